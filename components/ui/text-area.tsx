import type { ComponentProps } from 'react';
import { Field, type FieldProps } from './field';

type TextAreaProps = FieldProps & Omit<ComponentProps<'textarea'>, keyof FieldProps | 'aria-describedby' | 'aria-invalid'>;

/** Several lines of text; grows with what is written. */
export function TextArea({ label, hint, error, required, id, className, ...area }: TextAreaProps) {
  return (
    <Field label={label} hint={hint} error={error} required={required} id={id} className={className}>
      {(wiring) => <textarea rows={4} dir="auto" {...area} {...wiring} className="in area" />}
    </Field>
  );
}
