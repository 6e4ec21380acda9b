import type { ComponentProps, ReactNode } from 'react';
import { Field, type FieldProps } from './field';

type TextFieldProps = FieldProps &
  Omit<ComponentProps<'input'>, keyof FieldProps | 'aria-describedby' | 'aria-invalid'> & { end?: ReactNode };

/** A line of text. `ref`, `name`, `onChange`, `onBlur` as react-hook-form's `register` gives them. */
export function TextField({ label, hint, error, required, id, className, end, ...input }: TextFieldProps) {
  return (
    <Field label={label} hint={hint} error={error} required={required} id={id} className={className}>
      {(wiring) =>
        end ? (
          <span className="in">
            <input type="text" dir="auto" {...input} {...wiring} />
            <span className="end">{end}</span>
          </span>
        ) : (
          <input type="text" dir="auto" {...input} {...wiring} className="in" />
        )
      }
    </Field>
  );
}
