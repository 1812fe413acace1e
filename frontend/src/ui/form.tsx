import { useId, type ReactNode } from 'react';
import { Terms } from './terms';

interface Common {
  label: string;
  hint?: ReactNode;
}

interface TextProps extends Common {
  value: string;
  onChange: (value: string) => void;
  lines?: number;
  most?: number;
  type?: 'text' | 'tel' | 'date' | 'email' | 'url';
  required?: boolean;
}

/** A labelled field of text; the hint belongs to it. */
export function TextInput({ label, hint, value, onChange, lines = 1, most, type = 'text', required = false }: TextProps) {
  const id = useId();
  const shared = {
    id, value, required, maxLength: most, 'aria-describedby': hint ? `${id}-hint` : undefined, autoComplete: 'off',
    onChange: (event: { target: { value: string } }) => onChange(event.target.value),
  };
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {lines > 1 ? <textarea rows={lines} {...shared} /> : <input type={type} {...shared} />}
      {hint && <span id={`${id}-hint`} className="small muted">{typeof hint === 'string' ? <Terms>{hint}</Terms> : hint}</span>}
    </div>
  );
}

interface ChooseProps extends Common {
  value: string;
  options: readonly (readonly [value: string, label: string])[];
  none?: string;
  onChange: (value: string) => void;
}

/** The browser's own list. */
export function Choose({ label, hint, value, options, none, onChange }: ChooseProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} aria-describedby={hint ? `${id}-hint` : undefined} onChange={(event) => onChange(event.target.value)}>
        {none !== undefined && <option value="">{none}</option>}
        {options.map(([code, name]) => <option key={code} value={code}>{name}</option>)}
      </select>
      {hint && <span id={`${id}-hint`} className="small muted">{typeof hint === 'string' ? <Terms>{hint}</Terms> : hint}</span>}
    </div>
  );
}
