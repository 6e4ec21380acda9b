'use client';

import { useTranslations } from 'next-intl';
import { ErrorSummary } from '@/components/form/error-summary';
import { ConsentNote } from '@/components/shell/consent-note';
import { Button } from '@/components/ui/button';
import { CopyButton } from '@/components/ui/copy-button';
import { details } from '@/components/ui/error-panel';
import { useErrorWords } from '@/components/ui/error-words';
import type { Decision } from '@/lib/entitlement/approvals';
import type { Unsettled } from './use-decision';

interface Props {
  answer: Unsettled;
  /** The person wants it sent once more after its answer was lost. */
  onSendAgain: (decision: Decision) => void;
}

/** What came of pressing, where the focus goes: what was not done, what is still there, what to do. */
export function DecisionAnswer({ answer, onSendAgain }: Props) {
  const t = useTranslations('approvals.answer');
  const words = useErrorWords();
  const error = answer.kind === 'error' ? answer.error : null;
  if (error?.kind === 'consentRequired') return <ConsentNote scope={error.scope} />;
  const own = error === null ? (answer.kind === 'looking' ? 'sending' : answer.kind) : OWN[error.kind];
  const again = answer.kind === 'unknown' || error?.kind === 'unknownOutcome';
  const said = error && !own ? words(error) : null;
  return (
    <ErrorSummary key={answer.kind} title={said?.title ?? t(`${own}.title`)} text={said?.text ?? t(`${own}.text`)} attempt={1}>
      {again && (
        <Button size="small" onClick={() => onSendAgain(answer.decision)}>
          {t('sendAgain')}
        </Button>
      )}
      {error?.graphRequestId && <CopyButton text={details(error)}>{t('details')}</CopyButton>}
    </ErrorSummary>
  );
}

/** Errors with a sentence of their own here. */
const OWN: Partial<Record<string, string>> = { conflict: 'conflict', unknownOutcome: 'unknown', notFound: 'gone', refused: 'refused' };
