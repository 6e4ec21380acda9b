'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useRef } from 'react';

export interface FieldFault {
  /** The id of the control that takes the focus. */
  fieldId: string;
  /** Field and mending in one line: "Cost centre: four digits, a dash, two letters". */
  text: ReactNode;
}

interface ErrorSummaryProps {
  /** Absent: how many answers need another look. */
  title?: string;
  /** Absent: nothing was sent, everything typed is still here. */
  text?: string;
  /** Absent or empty: a fault of the whole form. */
  faults?: readonly FieldFault[];
  /** Grows with every attempt to send, so that the focus comes here again. */
  attempt: number;
  /** Where a control takes the focus in its own way. Answers whether it did; else the rule of this file. */
  focusField?: (fieldId: string) => boolean;
  children?: ReactNode;
}

const focusable = 'input:not([type="hidden"]), select, textarea, [role="spinbutton"], button, a[href]';

/** Puts the focus into the control with this id, or into the first one inside it. False where there is none. */
export function focusField(fieldId: string): boolean {
  const named = document.getElementById(fieldId);
  const field = named?.matches(focusable) ? named : named?.querySelector<HTMLElement>(focusable);
  if (!field) return false;
  field.focus({ preventScroll: true });
  field.scrollIntoView({ block: 'center' });
  return document.activeElement === field;
}

/** What stands between the reader and sending, on top of the form, with the focus. Each line leads to its field. */
export function ErrorSummary({ title, text, faults = [], attempt, focusField: focusOwn, children }: ErrorSummaryProps) {
  const t = useTranslations('errors.invalid');
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (attempt > 0) box.current?.focus();
  }, [attempt]);
  return (
    <div className="summary" role="alert" tabIndex={-1} ref={box}>
      <h2 className="h2">{title ?? t('title', { count: faults.length })}</h2>
      <p className="sm mut">{text ?? t('text')}</p>
      {faults.length > 0 && (
        <ul className="sm">
          {faults.map(({ fieldId, text: line }) => (
            <li key={fieldId}>
              <a
                href={`#${fieldId}`}
                onClick={(event) => {
                  if (focusOwn?.(fieldId) || focusField(fieldId)) event.preventDefault();
                }}
              >
                {line}
              </a>
            </li>
          ))}
        </ul>
      )}
      {children}
    </div>
  );
}
