'use client';

import { lazy, type Ref, Suspense, useRef, useState } from 'react';
import { Field, type FieldProps } from './field';

export interface DateFieldProps extends FieldProps {
  /** yyyy-mm-dd, empty when none is chosen. */
  value: string;
  onChange: (value: string) => void;
  onBlur?: () => void;
  /** First and last day that can be chosen, yyyy-mm-dd. */
  min?: string | undefined;
  max?: string | undefined;
  name?: string;
  disabled?: boolean;
  /** Something that can take the focus, for an error summary. */
  ref?: Ref<{ focus(): void }>;
}

const Picker = lazy(() => import('./date-picker'));

/** A day. The browser's own field until it is first used with a pointer that can aim; then the kit's, with its calendar. */
export function DateField({ label, hint, error, required, id, className, ref, ...day }: DateFieldProps) {
  const [picks, setPicks] = useState(false);
  const [takesFocus, setTakesFocus] = useState(false);
  const native = useRef<HTMLInputElement>(null);
  const begin = () => {
    if (picks || day.disabled || !window.matchMedia('(pointer: fine)').matches) return;
    import('./date-picker').then(
      () => {
        setTakesFocus(document.activeElement === native.current);
        setPicks(true);
      },
      // Without the picker's code the browser's field goes on working.
      () => undefined,
    );
  };
  const attach = (node: HTMLInputElement | null) => {
    native.current = node;
    if (typeof ref === 'function') ref(node);
    else if (ref) ref.current = node;
  };
  return (
    <Field label={label} hint={hint} error={error} required={required} id={id} className={className}>
      {(wiring) => {
        const plain = (
          <input
            {...wiring}
            ref={attach}
            className="in"
            type="date"
            name={day.name}
            value={day.value}
            min={day.min}
            max={day.max}
            disabled={day.disabled}
            onChange={(event) => day.onChange(event.target.value)}
            onBlur={day.onBlur}
            onFocus={begin}
            onPointerEnter={begin}
          />
        );
        if (!picks) return plain;
        return (
          <Suspense fallback={plain}>
            <Picker {...day} wiring={wiring} label={label} takesFocus={takesFocus} focusRef={ref} />
          </Suspense>
        );
      }}
    </Field>
  );
}
