'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import type { Mark } from './outbox/outgoing';
import { KeysLine } from './keys-line';

/**
 * In place of the form while its decision can still be undone or is on its way. Takes the focus that the form had. The way back is in the
 * bar, never where the button was: a second click of the same press must not undo the first.
 */
export function DecisionWaiting({ mark, text }: { mark: Mark; text: string }) {
  const t = useTranslations('approvals.decide');
  const line = useRef<HTMLParagraphElement>(null);
  useEffect(() => line.current?.focus({ preventScroll: true }), []);
  return (
    <div className="foot">
      <div className="on-its-way">
        <p className="b" tabIndex={-1} ref={line}>
          {mark.kind === 'waiting' ? t(mark.decision === 'Approve' ? 'willApprove' : 'willDeny') : t('sending')}
        </p>
        <p className="said mut" dir="auto">
          {text}
        </p>
      </div>
      <KeysLine />
    </div>
  );
}
