'use client';

import { Check, Hourglass, TriangleAlert, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useErrorWords } from '@/components/ui/error-words';
import { RelativeTime } from '@/components/ui/relative-time';
import { Tag } from '@/components/ui/tag';
import { useFormats } from '@/lib/i18n/use-formats';
import type { Mark } from '../outbox/outgoing';

/** What came of one row, honestly: the word, and beside it why and what is true now. */
export function OutcomeTag({ mark, now }: { mark: Mark | undefined; now: number }) {
  const t = useTranslations('approvals');
  const words = useErrorWords();
  const formats = useFormats();
  if (!mark) return null;
  const { kind, decision } = mark;
  if (kind === 'sent') {
    return (
      <Tag bare tone="open" icon={decision === 'Approve' ? Check : X}>
        {t(`mark.${kind}`, { decision })}
      </Tag>
    );
  }
  if (kind === 'error') {
    const { error, first } = mark;
    const why = error.kind === 'conflict' || error.kind === 'notFound' || error.kind === 'refused' ? error.kind : null;
    return (
      <>
        <Tag bare tone="stop" icon={TriangleAlert}>
          {t('mark.error', { decision })}
        </Tag>{' '}
        <span className="xs mut">
          {first ? (
            <>
              {t.rich(`together.first${first.decision}`, { name: () => <bdi>{first.by ?? t('somebody')}</bdi> })}{' '}
              {first.at !== null && <RelativeTime value={first.at} now={now} within />}
            </>
          ) : why ? (
            t(`together.why.${why}`)
          ) : (
            words(error).title
          )}
        </span>
      </>
    );
  }
  const until = kind === 'sending' && mark.until != null ? formats.time(new Date(mark.until).toISOString()) : null;
  return (
    <>
      <Tag bare tone={kind === 'unknown' ? 'ask' : 'wait'} icon={kind === 'unknown' ? TriangleAlert : Hourglass}>
        {t(`mark.${kind}`, { decision })}
      </Tag>{' '}
      {kind === 'unknown' && <span className="xs mut">{t('together.why.unknown')}</span>}
      {until !== null && <span className="xs mut">{t('together.busyUntil', { time: until })}</span>}
    </>
  );
}
