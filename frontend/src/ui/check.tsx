import { Checkbox } from 'react-aria-components';
import type { ReactNode } from 'react';

interface Props {
  checked: boolean;
  onChange: (checked: boolean) => void;
  children: ReactNode;
  count?: string | undefined;
  faint?: boolean;
}

/** A check box with a count. The box is drawn: ☑ is in no font we may ship. */
export function Check({ checked, onChange, children, count, faint = false }: Props) {
  return (
    <Checkbox className={faint ? 'check faint' : 'check'} isSelected={checked} onChange={onChange}>
      <span className="check-box" aria-hidden="true">
        <svg viewBox="0 0 18 18" width="14" height="14"><path d="M3 9.5l4 4l8-9" fill="none" stroke="#fff" strokeWidth="2.6" /></svg>
      </span>
      <span className="check-label">{children}</span>
      {count !== undefined && <span className="check-count">{count}</span>}
    </Checkbox>
  );
}
