'use client';

import { useTranslations } from 'next-intl';
import { useSingleKeys } from '@/components/shell/search-keys';
import { Button } from '@/components/ui/button';
import { TextArea } from '@/components/ui/text-area';
import type { Decision } from '@/lib/entitlement/approvals';
import { LONGEST_JUSTIFICATION } from '@/lib/entitlement/form-issues';
import { useDecideKeys } from '../use-desk-keys';
import { fieldOf, SHARED, type useWords } from './use-words';

interface Props {
  words: ReturnType<typeof useWords>;
  count: number;
  /** Some are still being looked at: the buttons come with the facts. */
  isReading: boolean;
  onDecide: (decision: Decision) => void;
}

/** One justification for all or one each, and the two buttons with what they will do. */
export function ReviewForm({ words, count, isReading, onDecide }: Props) {
  const t = useTranslations('approvals.together');
  const fields = useTranslations('errors.fields');
  const singleKeys = useSingleKeys();
  useDecideKeys(onDecide);
  const problem = words.problems[SHARED];
  const off = isReading ? { reason: t('readFirst') } : {};
  const cap = (key: string) => singleKeys && <kbd aria-hidden="true">{key}</kbd>;
  return (
    <form className="foot" noValidate method="post" onSubmit={(event) => event.preventDefault()}>
      <label className="row each-words">
        <input type="checkbox" className="check" checked={words.isEach} onChange={(event) => words.setIsEach(event.target.checked)} />
        <span className="sm">{t('eachWords')}</span>
      </label>
      <div className="decide-row">
        {words.isEach ? (
          <p className="grow sm mut">{t('eachHint')}</p>
        ) : (
          <TextArea
            id={fieldOf(SHARED)}
            className="grow"
            rows={2}
            label={t('sharedWords', { count })}
            hint={t('sharedHint')}
            required
            error={problem && fields(problem, { max: LONGEST_JUSTIFICATION })}
            value={words.shared}
            onChange={(event) => words.setShared(event.target.value)}
          />
        )}
        <p className="foot-act row">
          <Button onClick={() => onDecide('Deny')} {...off}>
            {t('deny', { count })}
            {cap('D')}
          </Button>
          <Button variant="primary" onClick={() => onDecide('Approve')} {...off}>
            {t('approve', { count })}
            {cap('A')}
          </Button>
        </p>
      </div>
    </form>
  );
}
