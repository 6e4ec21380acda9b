'use client';

import { Check, CircleQuestionMark, Settings } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useFormats } from '@/lib/i18n/use-formats';
import { requestWords } from '@/components/status/request-words';
import { StateTag } from '@/components/status/state-tag';
import { Tag } from '@/components/ui/tag';
import { sentWord } from './sent-word';
import type { SentChange } from './use-sent';

/** Where a change sent from here stands: Graph's word once there is one. `intent`: of a change to access that is there already. */
export function SentTag({ sent }: { sent: Pick<SentChange, 'outcome' | 'request' | 'lookedAt'> & Partial<Pick<SentChange, 'intent'>> }) {
  const t = useTranslations('admin');
  const formats = useFormats();
  const word = sent.request && sent.intent ? sentWord(sent.intent, sent.request.state) : null;
  if (word) {
    return (
      <Tag tone={word === 'removed' ? 'over' : 'wait'} icon={word === 'removed' ? Check : Settings} bare>
        {t(word)}
      </Tag>
    );
  }
  if (sent.request) return <StateTag word={requestWords(sent.request, Date.parse(sent.lookedAt ?? ''), formats).word} bare />;
  if (sent.outcome.state === 'sent') return <StateTag word="submitted" bare />;
  return (
    <Tag tone={sent.outcome.state === 'unknown' ? 'stop' : 'wait'} icon={CircleQuestionMark} bare>
      {t('lost')}
    </Tag>
  );
}
