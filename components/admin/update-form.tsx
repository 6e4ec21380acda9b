'use client';

import { useTimeZone, useTranslations } from 'next-intl';
import { useState } from 'react';
import { Controller, useForm } from 'react-hook-form';
import type { AccessPackage } from '@/lib/entitlement/access-packages';
import type { AssignmentPolicy } from '@/lib/entitlement/administration';
import type { Assignment } from '@/lib/entitlement/assignments';
import { editableQuestions, updateIssues } from '@/lib/entitlement/form-issues';
import { endDay, periodBounds } from '@/lib/entitlement/schedules';
import { useFormats } from '@/lib/i18n/use-formats';
import type { PortalError } from '@/lib/portal-error';
import { useWaiting } from '@/components/form/use-waiting';
import { QuestionFields } from '@/components/questions/question-field';
import { useLeaveGuard } from '@/components/shell/leave-guard';
import { useAction } from '@/components/shell/use-action';
import { Button } from '@/components/ui/button';
import { DateField } from '@/components/ui/date-field';
import { SkeletonRows } from '@/components/ui/skeleton';
import { TextArea } from '@/components/ui/text-area';
import { adminUpdateAction } from './actions';
import { ActionNote } from './action-note';
import { targetOf } from './admin-view';
import type { OnSent } from './inspector';
import { keepAsking } from '@/components/form/keep-asking';
import { CHANGE_FORM, type KeptChange } from './kept-change';
import { serverIssues, showIssues } from './show-issues';
import { useMatcher } from './use-matcher';
import { usePolicies } from './use-policies';

interface UpdateFormProps {
  assignment: Assignment;
  part: 'end' | 'answers';
  /** Graph's now, UTC ms. */
  now: number;
  /** What was typed when a sign-in came between; it is laid over what the form starts with. */
  kept: KeptChange['values'] | null;
  onSent: OnSent;
  onClose: () => void;
}

/** adminUpdate of one assignment: a new end, or new answers to what its policy lets one change later. */
export function UpdateForm(props: UpdateFormProps) {
  const t = useTranslations('admin');
  const read = usePolicies(props.assignment.accessPackage?.id ?? null);
  if (read.state === 'reading') return <SkeletonRows count={2} shape="table" still={false} />;
  const policy = read.state === 'read' ? (read.policies.find((known) => known.id === props.assignment.policyId) ?? null) : null;
  const { accessPackage } = props.assignment;
  if (!policy || !accessPackage || (props.part === 'answers' && editableQuestions(policy.questions).length === 0)) {
    return (
      <div className="insp-form">
        <p className="sm mut">{policy ? t('noEditableQuestions') : t('policyUnread')}</p>
        <Button size="small" onClick={props.onClose}>
          {t('keep')}
        </Button>
      </div>
    );
  }
  return <LoadedForm {...props} policy={policy} accessPackage={accessPackage} />;
}

function LoadedForm({
  assignment,
  part,
  now,
  kept,
  onSent,
  onClose,
  policy,
  accessPackage,
}: UpdateFormProps & { policy: AssignmentPolicy; accessPackage: AccessPackage }) {
  const t = useTranslations('admin');
  const fieldWords = useTranslations('errors.fields');
  const formats = useFormats();
  const timeZone = useTimeZone() ?? 'UTC';
  const { run, pending } = useAction(adminUpdateAction);
  const [key] = useState(() => crypto.randomUUID());
  const [error, setError] = useState<PortalError | null>(null);
  const questions = part === 'answers' ? editableQuestions(policy.questions) : [];
  const matches = useMatcher(questions);
  const bounds = periodBounds(policy.expiration, new Date(now), timeZone);
  const lastDay = bounds.lastDay(bounds.firstDay);
  const presentEnd = assignment.endDateTime ? endDay(assignment.endDateTime, timeZone) : '';
  const form = useForm<KeptChange['values']>({
    defaultValues: {
      answers: Object.fromEntries(questions.map((question) => [question.id, kept?.answers[question.id] ?? []])),
      justification: kept?.justification ?? '',
      // Never preselects an end before the present one: days as yyyy-mm-dd compare as text.
      endDay: kept ? kept.endDay : part === 'end' ? (lastDay !== null && lastDay > presentEnd ? lastDay : presentEnd) : '',
    },
  });
  useLeaveGuard(() => true, {
    name: CHANGE_FORM,
    snapshot: () => JSON.stringify({ assignmentId: assignment.id, part, values: form.getValues() } satisfies KeptChange),
  });
  const waiting = useWaiting(error, now);
  const words = (message: string | undefined) =>
    message ? fieldWords(message, { day: lastDay ? formats.day(lastDay, now) : '', max: '4000' }) : undefined;
  const send = form.handleSubmit(async (typed) => {
    if (waiting !== undefined || pending) return;
    if (part === 'end' && (!typed.endDay || typed.endDay === presentEnd))
      return form.setError('endDay', { message: 'sameEnd' }, { shouldFocus: true });
    const values = {
      answers: part === 'answers' ? typed.answers : null,
      justification: typed.justification,
      endDay: part === 'end' ? typed.endDay : null,
    };
    const issues = updateIssues(policy, values, { now: new Date(now), timeZone, asAdministrator: true, ...(matches ? { matches } : {}) });
    if (issues.length > 0) return showIssues(form, issues);
    setError(null);
    const input = {
      key,
      assignmentId: assignment.id,
      target: targetOf(assignment),
      accessPackageId: accessPackage.id,
      accessPackageName: accessPackage.displayName,
      policyId: policy.id,
      ...values,
      timeZone,
    };
    const result = await run(input);
    if (!result.ok) {
      setError(result.error);
      if (result.error.kind === 'invalid')
        showIssues(form, serverIssues(result.error.fields, { questions, names: ['justification', ...(part === 'end' ? ['endDay'] : [])] }));
      return;
    }
    onSent(assignment.id, 'adminUpdate', result.value);
    if (result.value.state === 'sending')
      void keepAsking(
        () => run(input),
        (outcome) => onSent(assignment.id, 'adminUpdate', outcome),
      );
    onClose();
  });
  const endError = form.formState.errors.endDay?.message;
  return (
    <form className="insp-form" onSubmit={send} noValidate>
      {part === 'end' && (
        <Controller
          control={form.control}
          name="endDay"
          render={({ field }) => (
            <DateField
              label={t('newEnd')}
              hint={lastDay ? t('newEndHint', { day: formats.day(lastDay, now) }) : t('newEndFree')}
              error={endError === 'sameEnd' ? t('nothingChanged') : words(endError)}
              value={field.value}
              onChange={field.onChange}
              onBlur={field.onBlur}
              min={bounds.firstDay}
              max={lastDay ?? undefined}
            />
          )}
        />
      )}
      {part === 'end' && <p className="hint">{t('zone', { zone: formats.zoneName(now) })}</p>}
      {part === 'answers' && <p className="hint">{t('answersHint')}</p>}
      {part === 'answers' && <QuestionFields questions={questions} control={form.control} />}
      <TextArea
        label={t('justification')}
        required={false}
        rows={2}
        {...form.register('justification')}
        error={words(form.formState.errors.justification?.message)}
      />
      {error && <ActionNote error={error} />}
      <p className="row wrap">
        <Button
          type="submit"
          size="small"
          variant="primary"
          pending={pending}
          pendingLabel={t('sending')}
          {...(waiting ? { reason: waiting } : {})}
        >
          {t('saveChange')}
        </Button>
        <Button size="small" variant="quiet" onClick={onClose}>
          {t('keep')}
        </Button>
      </p>
    </form>
  );
}
