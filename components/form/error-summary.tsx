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
  /** Empty: nothing is drawn. */
  faults: readonly FieldFault[];
  /** A fault of the whole form instead of fields: heading and sentence. */
  title?: string;
  text?: string;
  /** Grows with every attempt to send, so that the focus comes here again. */
  attempt: number;
  /** Where a control has no element of its own to focus, e.g. a date picker. Answers whether it took the focus. */
  focusField?: (fieldId: string) => boolean;
  children?: ReactNode;
}

/** What stands between the reader and sending, on top of the form, with the focus. Each line leads to its field. */
export function ErrorSummary({ faults, title, text, attempt, focusField, children }: ErrorSummaryProps) {
  const t = useTranslations('errors.invalid');
  const box = useRef<HTMLDivElement>(null);
  const shown = faults.length > 0 || title !== undefined;
  useEffect(() => {
    if (shown && attempt > 0) box.current?.focus();
  }, [shown, attempt]);
  if (!shown) return null;
  const go = (fieldId: string) => {
    if (focusField?.(fieldId)) return;
    const field = document.getElementById(fieldId);
    field?.focus();
    field?.scrollIntoView({ block: 'center' });
  };
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
                  event.preventDefault();
                  go(fieldId);
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
