'use client';

import { useState, type ReactNode } from 'react';
import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { useController, useWatch } from 'react-hook-form';
import { FormSection } from '@/components/form/form-section';
import { useSendKeys } from '@/components/form/use-send-keys';
import { useWaiting } from '@/components/form/use-waiting';
import { PeriodFields } from '@/components/questions/period-fields';
import { QuestionFields } from '@/components/questions/question-field';
import { Button } from '@/components/ui/button';
import { TextArea } from '@/components/ui/text-area';
import { LONGEST_JUSTIFICATION } from '@/lib/entitlement/form-issues';
import type { Question } from '@/lib/entitlement/questions';
import { paths } from '@/lib/paths';
import { DraftNote } from './draft-note';
import { justificationFieldId } from './form-problems';
import { LinkedReasonHint, LinkedWordsLeftOut } from './link-notes';
import { linkedReason } from './linked-reason';
import { OfferLine } from './offers/offer-line';
import type { Offers } from './offers/offers';
import { RequestAnswer } from './request-answer';
import { RequestReview } from './request-review';
import { typedText } from './typed-text';
import { useRequestForm, type RequestFormSetup } from './use-request-form';

interface Props extends RequestFormSetup {
  /** What has changed since the draft was written; null where nothing has. */
  news: ReactNode;
  /** What I answered before and may use again. */
  offers: Offers;
}

/** Ask for a package: its policy's questions, why, how long, a look at everything, Send. One page; it saves itself. */
export function RequestForm({ news, offers, ...setup }: Props) {
  const t = useTranslations('request-form');
  const fields = useTranslations('errors.fields');
  const locale = useLocale();
  const router = useRouter();
  const { packageId, packageName, policy, link, now } = setup;
  const [linked] = useState(() => linkedReason(policy, setup.draft.content, link));
  const { form, formRef, changed, answer, attempt, sending, send, saving, marks, take } = useRequestForm(setup);
  const period = useWatch({ control: form.control, name: 'period' });
  const waiting = useWaiting(answer?.kind === 'error' ? answer.error : null, now);
  const justify = useController({ control: form.control, name: 'justification' });
  const justification = justify.fieldState.error?.message;
  const press = () => waiting === undefined && void send();
  useSendKeys(press);
  const leave = async () => {
    if (await saving.save()) router.push(paths.accessPackage(packageId));
  };
  const offerLine = (name: string, question?: Question) => (
    <OfferLine
      name={name}
      {...(question ? { question } : {})}
      control={form.control}
      offers={offers[name] ?? []}
      mark={marks[name]}
      now={now}
      onUse={take}
    />
  );
  return (
    <form
      ref={formRef}
      className="form [&>section]:mt-0"
      noValidate
      method="post"
      onSubmit={(event) => {
        event.preventDefault();
        press();
      }}
    >
      {answer && (
        <RequestAnswer
          answer={answer}
          attempt={attempt}
          policy={policy}
          packageId={packageId}
          period={period}
          now={now}
          onSendAgain={() => void send(true)}
          myAccess={setup.myAccess}
          typed={() => typedText(policy.questions, form.getValues(), t('justification'), locale)}
        />
      )}
      {news}
      {changed && !news && (
        <p className="note ask mb-6" role="status">
          <span>{t('changed')}</span>
        </p>
      )}
      <LinkedWordsLeftOut linked={linked} />
      {policy.questions.length > 0 && (
        <FormSection title={t('questions')}>
          <QuestionFields questions={policy.questions} control={form.control} below={(question) => offerLine(question.id, question)} />
        </FormSection>
      )}
      {policy.isRequestorJustificationRequired && (
        <FormSection title={t('why')}>
          <TextArea
            id={justificationFieldId}
            label={t('justification')}
            hint={
              <>
                {t('justificationHint')} <LinkedReasonHint linked={linked} link={link} />
              </>
            }
            required
            error={justification && fields(justification, { max: LONGEST_JUSTIFICATION })}
            {...justify.field}
          />
          {offerLine('justification')}
        </FormSection>
      )}
      {policy.allowCustomAssignmentSchedule && (
        <FormSection title={t('howLong')}>
          <PeriodFields
            control={form.control}
            expiration={policy.expiration}
            runsFrom={policy.isApprovalRequiredForAdd ? 'approval' : 'now'}
            now={now}
          />
        </FormSection>
      )}
      <FormSection title={t('check')}>
        <RequestReview control={form.control} policy={policy} packageName={packageName} now={now} />
        <div className="row wrap mt-6 gap-4">
          <Button type="submit" variant="primary" pending={sending} pendingLabel={t('sending')} {...(waiting ? { reason: waiting } : {})}>
            {t('send')} <kbd>{t('sendKey')}</kbd>
          </Button>
          <Button variant="quiet" onClick={() => void leave()}>
            {t('saveAndLeave')}
          </Button>
          <DraftNote state={saving.state} />
        </div>
      </FormSection>
    </form>
  );
}
