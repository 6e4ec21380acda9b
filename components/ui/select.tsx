import type { ComponentProps } from 'react';
import { Field, type FieldProps } from './field';

type SelectProps = FieldProps & Omit<ComponentProps<'select'>, keyof FieldProps | 'aria-describedby' | 'aria-invalid'>;

/** The browser's own list; options are its children. */
export function Select({ label, hint, error, required, id, className, children, ...select }: SelectProps) {
  return (
    <Field label={label} hint={hint} error={error} required={required} id={id} className={className}>
      {(wiring) => (
        <select {...select} {...wiring} className="in">
          {children}
        </select>
      )}
    </Field>
  );
}
