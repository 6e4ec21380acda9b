'use client';

import { useRouter } from 'next/navigation';
import { useTimeZone, useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { useForm, useWatch, type FieldPath } from 'react-hook-form';
import { useDraft, type DraftState } from '@/components/form/use-draft';
import { useSendKeys } from '@/components/form/use-send-keys';
import { useWaiting } from '@/components/form/use-waiting';
import { QuestionFields } from '@/components/questions/question-field';
import { useAction } from '@/components/shell/use-action';
import { useResume } from '@/components/shell/use-resume';
import { Button, ButtonLink } from '@/components/ui/button';
import { Live } from '@/components/ui/live';
import { TextArea } from '@/components/ui/text-area';
import type { DraftContent } from '@/lib/drafts/drafts';
import { editableQuestions } from '@/lib/entitlement/form-issues';
import { paths } from '@/lib/paths';
import type { PortalError } from '@/lib/portal-error';
import { updateMyAssignment } from './actions';
import { EndFields } from './end-fields';
import { UpdateProblems } from './update-problems';
import { formName, updateResolver } from './update-resolver';
import { changesAnything, startOf, toDraft, toUpdate, type UpdateDraft, type UpdateFacts } from './update-view';

interface UpdateFormProps {
  assignment: { id: string; endDateTime: string | null };
  accessPackage: { id: string; name: string };
  facts: UpdateFacts;
  draft: { key: string; content: DraftContent | null };
  change: 'end' | 'answers';
  /** Graph's now, UTC ms. */
  now: number;
}

/** Which word of `assignments.update.kept` says how what was typed is kept. */
const KEPT: Record<DraftState['kind'], string> = {
  untouched: 'untouched',
  saving: 'keeping',
  saved: 'kept',
  unsaved: 'notKept',
  gone: 'notKept',
};

/** A new end and/or other answers, sent once. What is typed keeps itself. */
export function UpdateForm({ assignment, accessPackage, facts, draft, change, now }: UpdateFormProps) {
  const t = useTranslations('assignments.update');
  const router = useRouter();
  const timeZone = useTimeZone() ?? 'UTC';
  const resolver = useMemo(() => updateResolver(facts, now, timeZone), [facts, now, timeZone]);
  const form = useForm<UpdateDraft>({
    defaultValues: startOf(facts, draft.content, change),
    resolver,
    shouldFocusError: false,
  });
  const { control, handleSubmit, register, setError, formState } = form;
  const values = useWatch({ control }) as UpdateDraft;
  const saving = useDraft({
    draftKey: draft.key,
    name: draft.key,
    form,
    content: () => toDraft(form.getValues(), facts, timeZone),
    restore: (kept) => form.reset(startOf(facts, kept, change)),
  });
  const { run, pending } = useAction(updateMyAssignment, { resume: draft.key });
  const [failed, setFailed] = useState<PortalError | 'sending' | 'unknown' | null>(null);
  const [attempts, setAttempts] = useState(0);
  const questions = editableQuestions(facts.requirements.questions);
  const changes = changesAnything(values, facts);
  const { errors } = formState;

  const send = handleSubmit(
    async (valid) => {
      setFailed(null);
      const result = await run({
        key: draft.key,
        assignmentId: assignment.id,
        accessPackageId: accessPackage.id,
        accessPackageName: accessPackage.name,
        policyId: facts.requirements.policyId,
        timeZone,
        sendAgain: failed === 'unknown',
        ...toUpdate(valid, facts),
      });
      if (result.ok && result.value.state === 'sent') {
        saving.settle();
        router.push(paths.request(result.value.requestId));
        return;
      }
      setAttempts((count) => count + 1);
      if (result.ok) {
        setFailed(result.value.state === 'sending' ? 'sending' : 'unknown');
        return;
      }
      if (result.error.kind === 'invalid') {
        for (const [field, message] of Object.entries(result.error.fields))
          setError(formName(field) as FieldPath<UpdateDraft>, { type: 'server', message });
      }
      setFailed(result.error);
    },
    () => {
      setFailed(null);
      setAttempts((count) => count + 1);
    },
  );

  // Back from a sign-in that came between: what was typed then, and the press it interrupted.
  useResume(draft.key, ({ text, send: goesOn }) => {
    saving.takeOverText(text);
    if (goesOn) void send();
  });

  const waiting = useWaiting(typeof failed === 'object' ? failed : null, now);
  const press = () => {
    if (waiting === undefined && !pending && changes) void send();
  };
  useSendKeys(press);

  return (
    <form
      className="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        press();
      }}
    >
      <UpdateProblems accessPackageId={accessPackage.id} errors={errors} failed={failed} questions={questions} attempt={attempts} />
      {facts.canExtend && (
        <section aria-labelledby="how-long">
          <h2 id="how-long">{t('howLong')}</h2>
          <EndFields control={control} facts={facts} endDateTime={assignment.endDateTime} now={now} />
        </section>
      )}
      {questions.length > 0 && (
        <section aria-labelledby="answers">
          <h2 id="answers">{t('answers')}</h2>
          <QuestionFields questions={questions} control={control} />
        </section>
      )}
      <section aria-labelledby="why">
        <h2 id="why">{t('why')}</h2>
        <TextArea
          id="justification"
          label={t('justification')}
          required={facts.requirements.isRequestorJustificationRequired}
          error={errors.justification && t('errors.justification')}
          {...register('justification')}
        />
      </section>
      <p className="row wrap send-row">
        <Button
          type="submit"
          variant="primary"
          pending={pending}
          pendingLabel={t('sending')}
          {...(waiting ? { reason: waiting } : changes ? {} : { reason: t('nothingChanged') })}
        >
          {t(failed === 'unknown' ? 'sendAgain' : 'send')}
        </Button>
        <ButtonLink variant="quiet" href={paths.assignments}>
          {t('back')}
        </ButtonLink>
        <span className="sm faint">{t(`kept.${KEPT[saving.state.kind]}`)}</span>
      </p>
      <Live>{pending ? t('sending') : ''}</Live>
    </form>
  );
}
