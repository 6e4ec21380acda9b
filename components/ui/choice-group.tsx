import { type ComponentProps, type ReactNode, type Ref, useId } from 'react';
import { classes } from './classes';
import { FieldError, FieldLabel, type FieldProps } from './field';

export interface Choice {
  value: string;
  label: ReactNode;
  hint?: ReactNode;
  disabled?: boolean;
}

interface ChoiceGroupProps extends FieldProps {
  /** `radio`: one of them; `checkbox`: any of them. */
  type: 'radio' | 'checkbox';
  name?: string;
  choices: readonly Choice[];
  /** The chosen values; absent when the form library holds them (`inputProps`). */
  value?: readonly string[];
  onChange?: (values: string[]) => void;
  onBlur?: () => void;
  /** Goes to the first input, for focus from an error summary. */
  inputRef?: Ref<HTMLInputElement>;
  /** More for every input, e.g. react-hook-form's `register(name)`. */
  inputProps?: ComponentProps<'input'>;
}

/** Native radios or checkboxes, one ruled row each. */
export function ChoiceGroup({
  label,
  hint,
  error,
  required,
  id,
  className,
  type,
  name,
  choices,
  value,
  onChange,
  onBlur,
  inputRef,
  inputProps,
}: ChoiceGroupProps) {
  const made = useId();
  const own = id ?? made;
  const described = [hint && `${own}-hint`, error && `${own}-error`].filter(Boolean).join(' ') || undefined;
  const toggle = (chosen: string, on: boolean) => {
    if (type === 'radio') onChange?.([chosen]);
    else onChange?.(choices.map((c) => c.value).filter((v) => (v === chosen ? on : value?.includes(v))));
  };
  return (
    <fieldset
      className={classes('field', error && 'bad', className)}
      role={type === 'radio' ? 'radiogroup' : undefined}
      aria-describedby={described}
      aria-invalid={type === 'radio' && error ? true : undefined}
      aria-required={(type === 'radio' && required) || undefined}
    >
      <legend className="lab">
        <FieldLabel required={required}>{label}</FieldLabel>
      </legend>
      {hint && (
        <span className="hint" id={`${own}-hint`}>
          {hint}
        </span>
      )}
      <div className="choices">
        {choices.map((choice, index) => (
          <label className="choice" key={choice.value}>
            <input
              {...inputProps}
              {...(index === 0 && inputRef ? { ref: inputRef } : {})}
              {...(value ? { checked: value.includes(choice.value), onChange: (e) => toggle(choice.value, e.target.checked) } : {})}
              {...(onBlur ? { onBlur } : {})}
              id={index === 0 ? own : `${own}-${index}`}
              className={type === 'radio' ? 'radio' : 'check'}
              type={type}
              name={name ?? inputProps?.name ?? own}
              value={choice.value}
              disabled={choice.disabled}
            />
            <span className="grow">
              {choice.label}
              {choice.hint && <span className="hint">{choice.hint}</span>}
            </span>
          </label>
        ))}
      </div>
      {error && <FieldError id={`${own}-error`}>{error}</FieldError>}
    </fieldset>
  );
}
