'use client';

import { useRouter } from 'next/navigation';
import { useTimeZone, useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { Controller, useForm, useWatch } from 'react-hook-form';
import { requestIssues } from '@/lib/entitlement/form-issues';
import { periodBounds } from '@/lib/entitlement/schedules';
import { useFormats } from '@/lib/i18n/use-formats';
import { paths } from '@/lib/paths';
import type { PortalError } from '@/lib/portal-error';
import { useSendKeys } from '@/components/form/use-send-keys';
import { useWaiting } from '@/components/form/use-waiting';
import { PeopleField, type ChosenPerson } from '@/components/people/people-field';
import { QuestionFields } from '@/components/questions/question-field';
import { Button } from '@/components/ui/button';
import { DateField } from '@/components/ui/date-field';
import { TextField } from '@/components/ui/text-field';
import { AssignFoot } from './assign-foot';
import { HoldingsPanel } from './holdings-panel';
import { PackageField, type ChosenPackage } from './package-field';
import { PolicyChoice } from './policy-choice';
import { SentPanel } from './sent-panel';
import { serverIssues, showIssues } from './show-issues';
import { useAssigning } from './use-assigning';
import { useKeptAssigning } from './use-kept-assigning';
import { useMatcher } from './use-matcher';
import { usePolicies } from './use-policies';

interface Values {
  answers: Record<string, string[]>;
  justification: string;
  period: { startDay: string; endDay: string };
}

const periodNames = ['period.startDay', 'period.endDay'] as const;

/** Who, package, policy, period, the policy's questions, justification; the foot says in one sentence what will happen. */
export function AssignForm({ chosen, now }: { chosen: ChosenPackage | null; now: number }) {
  const t = useTranslations('admin');
  const fieldWords = useTranslations('errors.fields');
  const formats = useFormats();
  const timeZone = useTimeZone() ?? 'UTC';
  const router = useRouter();
  const [people, setPeople] = useState<ChosenPerson[]>([]);
  const [accessPackage, setPackage] = useState<ChosenPackage | null>(chosen);
  const [policyId, setPolicyId] = useState<string | null>(null);
  const [missing, setMissing] = useState<{ who?: string; package?: string; policy?: string }>({});
  const read = usePolicies(accessPackage?.id ?? null);
  const policies = read.state === 'read' ? read.policies : [];
  const policy = policies.find(({ id }) => id === policyId) ?? (policies.length === 1 ? policies[0] : undefined) ?? null;
  const matches = useMatcher(policy?.questions ?? []);
  const form = useForm<Values>({ defaultValues: { answers: {}, justification: '', period: { startDay: '', endDay: '' } } });
  const assigning = useAssigning();
  const [failed, setFailed] = useState<PortalError | null>(null);
  const waiting = useWaiting(failed, now);
  const blocked = policy?.hasUnknownRequiredQuestion ? t('policyUnknownQuestion') : waiting;
  const element = useRef<HTMLFormElement>(null);
  useKeptAssigning(
    () => ({ people, accessPackage, policyId, values: form.getValues() }),
    (kept) => {
      setPeople(kept.people);
      setPackage(kept.accessPackage);
      setPolicyId(kept.policyId);
      form.reset(kept.values);
    },
  );

  const startDay = useWatch({ control: form.control, name: 'period.startDay' });
  const end = useWatch({ control: form.control, name: 'period.endDay' });
  const bounds = periodBounds(policy?.expiration ?? { kind: 'unspecified' }, new Date(now), timeZone);
  const lastDay = bounds.lastDay(startDay || bounds.firstDay);
  const words = (message: string | undefined) =>
    message ? fieldWords(message, { day: lastDay ? formats.day(lastDay, now) : '', max: '4000' }) : undefined;
  const { errors } = form.formState;

  const send = form.handleSubmit(async (typed) => {
    if (blocked !== undefined || assigning.pending) return;
    const gaps = {
      ...(people.length === 0 ? { who: t('whoNone') } : {}),
      ...(accessPackage ? {} : { package: t('packageNone') }),
      ...(policy || !accessPackage ? {} : { policy: t('policyNone') }),
    };
    setMissing(gaps);
    if (!accessPackage || !policy || people.length === 0) return document.querySelector<HTMLElement>(firstGap(gaps))?.focus();
    const values = { ...typed, period: { startDay: typed.period.startDay || null, endDay: typed.period.endDay || null } };
    const context = { now: new Date(now), timeZone, asAdministrator: true, ...(matches ? { matches } : {}) };
    const issues = requestIssues(policy, values, context);
    if (issues.length > 0) return showIssues(form, issues);
    const left = await assigning.assign({ people, accessPackage, policy, values, timeZone });
    setPeople(left.people);
    setFailed(left.error);
    if (left.error?.kind === 'invalid')
      showIssues(form, serverIssues(left.error.fields, { questions: policy.questions, names: ['justification', ...periodNames] }));
  });
  useSendKeys(() => element.current?.requestSubmit());

  return (
    <div className="work">
      <form ref={element} className="grid" noValidate onSubmit={send}>
        <div className="fields">
          <div className="full">
            <PeopleField
              byEmail
              id="assign-who"
              label={t('who')}
              hint={t('whoHint')}
              people={people}
              onChange={setPeople}
              error={people.length ? undefined : missing.who}
            />
          </div>
          <div className="full">
            <PackageField
              id="assign-package"
              label={t('package')}
              hint={t('packageHint')}
              value={accessPackage}
              onChange={setPackage}
              error={accessPackage ? undefined : missing.package}
            />
          </div>
          <div className="full">
            <PolicyChoice
              read={read}
              value={policy?.id ?? null}
              onChange={setPolicyId}
              now={now}
              error={policy ? undefined : missing.policy}
            />
          </div>
          {policy && (
            <>
              <Controller
                control={form.control}
                name="period.startDay"
                render={({ field }) => (
                  <DateField
                    label={t('from')}
                    hint={t('fromHint')}
                    error={words(errors.period?.startDay?.message)}
                    value={field.value}
                    onChange={field.onChange}
                    onBlur={field.onBlur}
                    min={bounds.firstDay}
                  />
                )}
              />
              <Controller
                control={form.control}
                name="period.endDay"
                render={({ field }) => (
                  <DateField
                    label={t('newEnd')}
                    hint={lastDay ? t('newEndHint', { day: formats.day(lastDay, now) }) : t('untilHint')}
                    error={words(errors.period?.endDay?.message)}
                    value={field.value}
                    onChange={field.onChange}
                    onBlur={field.onBlur}
                    min={startDay || bounds.firstDay}
                    max={lastDay ?? undefined}
                  />
                )}
              />
              <p className="hint full">{t('zone', { zone: formats.zoneName(now) })}</p>
              {policy.hasUnknownRequiredQuestion ? (
                <p className="note ask full">{t('unknownQuestion')}</p>
              ) : (
                <QuestionFields questions={policy.questions} control={form.control} />
              )}
              <TextField
                className="full"
                label={
                  <>
                    {t('justification')} <span className="opt">{t('justificationOptional')}</span>
                  </>
                }
                error={words(errors.justification?.message)}
                {...form.register('justification')}
              />
            </>
          )}
        </div>
        <AssignFoot
          people={people}
          accessPackage={accessPackage}
          startDay={startDay}
          endDay={end}
          now={now}
          asksSomething={Boolean(policy?.questions.length)}
          pending={assigning.pending}
          blocked={blocked}
        >
          <Button variant="quiet" onClick={() => router.push(paths.adminAssignments)}>
            {t('cancel')}
          </Button>
        </AssignFoot>
      </form>
      <aside className="insp" aria-label={t('holdTitle')}>
        <HoldingsPanel people={people} accessPackage={accessPackage} now={now} />
        <SentPanel sent={assigning.sent} />
      </aside>
    </div>
  );
}

function firstGap(gaps: { who?: string; package?: string }): string {
  if (gaps.who) return '#assign-who';
  return gaps.package ? '#assign-package' : '#assign-policy';
}
