'use client';

import { useTranslations } from 'next-intl';
import { useState, type ReactNode } from 'react';
import { useWaiting } from '@/components/form/use-waiting';
import { Button } from '@/components/ui/button';
import { CopyButton } from '@/components/ui/copy-button';
import { Live } from '@/components/ui/live';
import { TextArea } from '@/components/ui/text-area';
import { LONGEST_JUSTIFICATION } from '@/lib/entitlement/form-issues';
import { DecisionAnswer } from './decision-answer';
import { useDecision, type DecisionSetup, type OpenStage } from './use-decision';

type Props = DecisionSetup & {
  /** The stage that is mine; null when there is none, or none any more. */
  open: OpenStage | null;
  /** To whom the words go. */
  addressee: string | null;
  /** Why nothing can be decided here. */
  children: ReactNode;
};

/** The foot of the panel: words and buttons. A form that was open stays when its stage is taken by somebody else, so that its words do. */
export function Decision({ open, children, ...props }: Props) {
  const [shown, setShown] = useState(open);
  if (open !== null && open.stageId !== shown?.stageId) setShown(open);
  if (shown === null) return children ? <div className="foot">{children}</div> : null;
  return (
    <DecisionForm key={shown.stageId} {...props} stage={shown} isOpen={open !== null}>
      {children}
    </DecisionForm>
  );
}

function DecisionForm({ stage, isOpen, addressee, children, ...setup }: Omit<Props, 'open'> & { stage: OpenStage; isOpen: boolean }) {
  const t = useTranslations('approvals.decide');
  const fields = useTranslations('errors.fields');
  const { area, text, write, problem, answer, attempt, sending, done, press } = useDecision(stage, isOpen, setup);
  const waiting = useWaiting(answer?.kind === 'error' ? answer.error : null, setup.now);
  if (!isOpen) {
    return (
      <div className="foot">
        <Live>{done ? t(done === 'Approve' ? 'approved' : 'denied') : t('tooLate')}</Live>
        {children}
        {done === null && text.trim() !== '' && (
          <div className="kept-words">
            <p className="b">{t('kept')}</p>
            <p className="said" dir="auto">
              {text}
            </p>
            <CopyButton text={text} size="small">
              {t('copy')}
            </CopyButton>
          </div>
        )}
      </div>
    );
  }
  const off = waiting === undefined ? {} : { reason: waiting };
  const button = (decision: 'Approve' | 'Deny') => ({
    pending: sending === decision,
    pendingLabel: t('sending'),
    onClick: () => void press(decision),
    ...off,
  });
  return (
    <form className="foot" noValidate method="post" onSubmit={(event) => event.preventDefault()}>
      {answer && <DecisionAnswer answer={answer} attempt={attempt} onSendAgain={(decision) => void press(decision, true)} />}
      <div className="decide-row">
        <TextArea
          ref={area}
          id="justification"
          name="justification"
          className="grow"
          rows={2}
          label={addressee === null ? t('words') : t.rich('wordsTo', { name: () => <bdi>{addressee}</bdi> })}
          hint={t('whoReads')}
          placeholder={t('placeholder')}
          required
          error={problem ? fields(problem, { max: LONGEST_JUSTIFICATION }) : undefined}
          defaultValue={stage.text}
          onChange={write}
        />
        <p className="foot-act row">
          <Button {...button('Deny')}>{t('deny')}</Button>
          <Button variant="primary" {...button('Approve')}>
            {t('approve')}
          </Button>
        </p>
      </div>
      <Live>{sending ? t('sending') : ''}</Live>
    </form>
  );
}
