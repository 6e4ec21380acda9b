import { TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type ReactNode, useId } from 'react';
import { classes } from './classes';

/** What a control takes from its field: spread it on the input. */
export interface FieldWiring {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': boolean | undefined;
  'aria-required': boolean | undefined;
}

export interface FieldProps {
  label: ReactNode;
  hint?: ReactNode;
  /** One sentence that says how to mend it. */
  error?: string | undefined;
  /** True draws the required mark, false says "(optional)", absent says nothing. */
  required?: boolean | undefined;
  id?: string | undefined;
  className?: string | undefined;
}

/** Label, hint and error around one control, tied together by ids. */
export function Field({
  label,
  hint,
  error,
  required,
  id,
  className,
  children,
}: FieldProps & { children: (wiring: FieldWiring) => ReactNode }) {
  const made = useId();
  const own = id ?? made;
  const described = [hint && `${own}-hint`, error && `${own}-error`].filter(Boolean).join(' ') || undefined;
  return (
    <div className={classes('field', error && 'bad', className)}>
      <label className="lab" htmlFor={own}>
        <FieldLabel required={required}>{label}</FieldLabel>
      </label>
      {hint && (
        <span className="hint" id={`${own}-hint`}>
          {hint}
        </span>
      )}
      {children({
        id: own,
        'aria-describedby': described,
        'aria-invalid': error ? true : undefined,
        'aria-required': required || undefined,
      })}
      {error && <FieldError id={`${own}-error`}>{error}</FieldError>}
    </div>
  );
}

/** The label's words with the mark of a required or optional field. */
export function FieldLabel({ required, children }: { required?: boolean | undefined; children: ReactNode }) {
  const t = useTranslations('common.field');
  return (
    <>
      {children}
      {required === true && (
        <span className="needed" aria-hidden="true">
          {' *'}
        </span>
      )}
      {required === false && <span className="opt"> {t('optional')}</span>}
    </>
  );
}

/** The sentence under a field that needs another look. */
export function FieldError({ id, children }: { id: string; children: ReactNode }) {
  return (
    <span className="err" id={id}>
      <TriangleAlert className="i" aria-hidden="true" />
      <span>{children}</span>
    </span>
  );
}
