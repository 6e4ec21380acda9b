'use client';

import { useLocale, useTimeZone, useTranslations } from 'next-intl';
import { ErrorSummary } from '@/components/form/error-summary';
import { focusField } from '@/components/form/focus-field';
import { usePatternWords } from '@/components/questions/pattern-words';
import { usePeriodWords } from '@/components/questions/period-words';
import { LONGEST_ANSWER } from '@/lib/entitlement/answer-rules';
import { localized } from '@/lib/entitlement/questions';
import { periodBounds } from '@/lib/entitlement/schedules';
import { fieldId } from './field-id';
import { ownField, personField, type ForWhom } from './pairs';
import { usePersonName } from './person-words';
import { allQuestions, type QuestionPlan } from './question-plan';
import { packageField, type TogetherPackage } from './together-package';
import type { TogetherFaults } from './together-rules';

interface Props {
  faults: TogetherFaults;
  packages: readonly TogetherPackage[];
  people: readonly ForWhom[];
  plan: QuestionPlan;
  now: number;
  attempt: number;
}

/** What needs another look before anything is sent, with the focus; each line leads to its field. */
export default function TogetherFaultList({ faults, packages, people, plan, now, attempt }: Props) {
  const t = useTranslations('request-form.answer');
  const names = Object.keys(faults);
  if (names.length === 0) return null;
  return (
    <ErrorSummary
      focusField={focusField}
      title={t('anotherLook', { count: names.length })}
      text={t('nothingSent')}
      faults={names.map((name) => ({
        fieldId: fieldId(name),
        text: <Fault name={name} message={faults[name] ?? 'other'} packages={packages} people={people} plan={plan} now={now} />,
      }))}
      attempt={attempt}
    />
  );
}

function Fault({ name, message, packages, people, plan, now }: Omit<Props, 'faults' | 'attempt'> & { name: string; message: string }) {
  const t = useTranslations('tray');
  const others = useTranslations('for-others');
  const answer = useTranslations('request-form.answer');
  const ways = useTranslations('access-packages.ways');
  const fields = useTranslations('errors.fields');
  const locale = useLocale();
  const nameOf = usePersonName();
  const [first, written = '', part] = name.split('.');
  const person = people.find(({ objectId }) => written === personField(objectId) || written.endsWith(ownField('', objectId)));
  const field = person ? written.slice(0, -ownField('', person.objectId).length) : written;
  const of = packages.find(({ id }) => packageField(id) === field);
  const question = first === 'answers' ? allQuestions(plan).find((each) => each.question.id === field)?.question : undefined;
  const pattern = usePatternWords(question?.kind === 'text' ? question.regexPattern : null);
  const complaint = usePeriodComplaint(of, now);
  const about = question
    ? localized(question.text, locale).replace(/\s*[?:؟：？]\s*$/u, '')
    : first === 'periods'
      ? answer(`field.${part === 'startDay' ? 'start' : part === 'endDay' ? 'end' : 'period'}`)
      : first === 'policies'
        ? null
        : first === 'people'
          ? others('who.title')
          : answer('field.justification');
  const text =
    first === 'policies'
      ? ways('chooseFirst')
      : first === 'periods'
        ? complaint(message)
        : message === 'pattern'
          ? pattern.complaint
          : fields(message, { max: LONGEST_ANSWER });
  return (
    <>
      {of && <bdi>{of.name || t('thisPackage')}</bdi>}
      {of && ': '}
      {person && <bdi>{nameOf(person)}</bdi>}
      {person && ': '}
      {about && <bdi>{about}</bdi>}
      {about && ': '}
      {text}
    </>
  );
}

function usePeriodComplaint(of: TogetherPackage | undefined, now: number): (key: string) => string | undefined {
  const expiration = of?.ways.find((way) => way.allowCustomAssignmentSchedule)?.expiration ?? { kind: 'unspecified' as const };
  const timeZone = useTimeZone() ?? 'UTC';
  const words = usePeriodWords(expiration, 'now', now);
  const bounds = periodBounds(expiration, new Date(now), timeZone);
  return (key) => words.complaint(key, bounds.lastDay(bounds.firstDay));
}
