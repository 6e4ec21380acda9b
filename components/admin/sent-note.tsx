'use client';

import { useTranslations } from 'next-intl';
import { useFormats } from '@/lib/i18n/use-formats';
import { SentTag } from './sent-tag';
import type { SentChange } from './use-sent';

/** What became of the change sent from here, in the inspector. */
export function SentNote({ sent }: { sent: SentChange }) {
  const t = useTranslations('admin');
  const formats = useFormats();
  const lost = sent.outcome.state === 'unknown' ? t('resultUnknown') : sent.outcome.state === 'sending' ? t('resultSending') : null;
  return (
    <div className="note wait insp-note" role="status">
      <div className="grow">
        <p className="row wrap">
          <b>{t(sent.intent === 'adminRemove' ? 'removal' : 'change')}</b>
          <SentTag sent={sent} />
        </p>
        {lost && <p>{lost}</p>}
        {!lost && sent.stale && <p className="xs">{t('followStale', { time: sent.lookedAt ? formats.time(sent.lookedAt) : 'none' })}</p>}
        {!lost && !sent.stale && sent.lookedAt && <p className="xs">{t('looked', { time: formats.time(sent.lookedAt) })}</p>}
      </div>
    </div>
  );
}
