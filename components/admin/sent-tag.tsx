'use client';

import { CircleQuestionMark } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useFormats } from '@/lib/i18n/use-formats';
import { requestWords } from '@/components/status/request-words';
import { StateTag } from '@/components/status/state-tag';
import { Tag } from '@/components/ui/tag';
import type { SentChange } from './use-sent';

/** Where a change sent from here stands: Graph's word once there is one. */
export function SentTag({ sent }: { sent: Pick<SentChange, 'outcome' | 'request' | 'lookedAt'> }) {
  const t = useTranslations('admin');
  const formats = useFormats();
  if (sent.request) return <StateTag word={requestWords(sent.request, Date.parse(sent.lookedAt ?? ''), formats).word} bare />;
  if (sent.outcome.state === 'sent') return <StateTag word="submitted" bare />;
  return (
    <Tag tone={sent.outcome.state === 'unknown' ? 'stop' : 'wait'} icon={CircleQuestionMark} bare>
      {t('lost')}
    </Tag>
  );
}
