'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useWaiting } from '@/components/form/use-waiting';
import { useSingleKeys } from '@/components/shell/search-keys';
import { useViewer } from '@/components/shell/viewer-context';
import { Button } from '@/components/ui/button';
import { CopyButton } from '@/components/ui/copy-button';
import { Live } from '@/components/ui/live';
import { TextArea } from '@/components/ui/text-area';
import type { Decision as Way } from '@/lib/entitlement/approvals';
import { LONGEST_JUSTIFICATION } from '@/lib/entitlement/form-issues';
import { DecisionAnswer } from './decision-answer';
import { DecisionWaiting } from './decision-waiting';
import { KeysLine } from './keys-line';
import { markOpened } from './opened';
import { unsettled, useDecision, type DecisionSetup, type OpenStage } from './use-decision';
import { useDecideKeys } from './use-desk-keys';

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
  const { oid } = useViewer();
  const { approvalId } = props;
  useEffect(() => markOpened(oid, approvalId), [oid, approvalId]);
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
  const singleKeys = useSingleKeys();
  const { area, text, write, reuse, problem, armed, mark, isOnItsWay, isLookedUp, press, lastWords } = useDecision(stage, isOpen, setup);
  const answer = unsettled(mark);
  const waiting = useWaiting(answer?.kind === 'error' ? answer.error : null, setup.now);
  const done = mark?.kind === 'sent' ? mark.decision : null;
  const byKey = (decision: Way) => {
    if (waiting === undefined) press(decision, { quietly: true });
  };
  useDecideKeys(byKey);
  // Undone: the form takes the focus back, not a field, so that single keys go on.
  const form = useRef<HTMLFormElement>(null);
  const wasOnItsWay = useRef(false);
  useEffect(() => {
    if (wasOnItsWay.current && mark === null) form.current?.focus();
    wasOnItsWay.current = isOnItsWay;
  }, [isOnItsWay, mark]);
  if (isOnItsWay && mark) return <DecisionWaiting mark={mark} text={text} />;
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
  const enter = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing || armed === null || waiting !== undefined) return;
    event.preventDefault();
    press(armed);
  };
  const reason = waiting ?? (isLookedUp ? t('lookedUp') : undefined);
  const off = reason === undefined ? {} : { reason };
  const button = (decision: Way) => ({
    onClick: () => press(decision),
    'aria-keyshortcuts': singleKeys ? decision.charAt(0).toLowerCase() : undefined,
    ...off,
  });
  const cap = (key: string) => singleKeys && <kbd aria-hidden="true">{key}</kbd>;
  return (
    <form className="foot" ref={form} tabIndex={-1} noValidate method="post" onSubmit={(event) => event.preventDefault()}>
      {answer && <DecisionAnswer answer={answer} onSendAgain={(decision) => press(decision, { sendAgain: true })} />}
      <div className="decide-row">
        <TextArea
          ref={area}
          id="justification"
          name="justification"
          className="grow"
          rows={2}
          label={addressee === null ? t('words') : t.rich('wordsTo', { name: () => <bdi>{addressee}</bdi> })}
          hint={armed ? t(armed === 'Approve' ? 'enterApproves' : 'enterDenies') : t('whoReads')}
          placeholder={t('placeholder')}
          required
          error={problem ? fields(problem, { max: LONGEST_JUSTIFICATION }) : undefined}
          defaultValue={text}
          onChange={write}
          onKeyDown={enter}
        />
        <p className="foot-act row">
          <Button {...button('Deny')}>
            {t('deny')}
            {cap('D')}
          </Button>
          <Button variant="primary" {...button('Approve')}>
            {t('approve')}
            {cap('A')}
          </Button>
        </p>
      </div>
      {lastWords !== null && text.trim() === '' && (
        <Button size="small" variant="quiet" className="same-words" onClick={() => reuse(lastWords)}>
          {t.rich('sameWords', { words: () => <bdi>{lastWords}</bdi> })}
        </Button>
      )}
      <KeysLine />
    </form>
  );
}
