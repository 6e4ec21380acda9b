'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useRef } from 'react';
import { focusField as focusById } from './focus-field';

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
  /** Moves the focus to a field; answers whether it did. */
  focusField?: (fieldId: string) => boolean;
  children?: ReactNode;
}

/** What stands between the reader and sending, on top of the form, with the focus. Each line leads to its field. */
export function ErrorSummary({ title, text, faults = [], attempt, focusField = focusById, children }: ErrorSummaryProps) {
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
                  if (focusField(fieldId)) event.preventDefault();
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
