import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import type { ReactNode } from 'react';

interface Props<T extends string> {
  label: string;
  options: readonly (readonly [code: T, name: ReactNode])[];
  chosen: readonly T[];
  /** One of them is always on; else any number, none included. */
  single?: boolean;
  onChange: (chosen: T[]) => void;
}

/** A labelled row of switches. */
export function Chips<T extends string>({ label, options, chosen, single = false, onChange }: Props<T>) {
  return (
    <div className="network-field">
      <span className="network-label" aria-hidden="true">{label}</span>
      <ToggleButtonGroup
        className="chips" aria-label={label} selectionMode={single ? 'single' : 'multiple'} disallowEmptySelection={single} selectedKeys={chosen}
        onSelectionChange={(keys) => onChange(options.flatMap(([code]) => (keys.has(code) ? [code] : [])))}
      >
        {options.map(([code, name]) => <ToggleButton key={code} id={code} className="chip">{name}</ToggleButton>)}
      </ToggleButtonGroup>
    </div>
  );
}
