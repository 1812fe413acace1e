import type { ReactNode } from 'react';
import { FieldError, Input, Label, Text, TextField as Field, type TextFieldProps } from 'react-aria-components';

interface Props extends Omit<TextFieldProps, 'children' | 'className'> {
  label: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
  inputMode?: 'numeric' | 'email';
}

/** A line to fill in, with its name, a hint, and what is wrong with it. */
export function TextField({ label, hint, error, inputMode, ...props }: Props) {
  return (
    <Field {...props} className="field" isInvalid={Boolean(error)}>
      <Label>{label}</Label>
      <Input inputMode={inputMode} />
      {hint && <Text slot="description" className="small muted">{hint}</Text>}
      <FieldError className="field-error">{error}</FieldError>
    </Field>
  );
}
