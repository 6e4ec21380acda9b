'use client';

import { useLocale, useTimeZone, useTranslations } from 'next-intl';
import { ErrorSummary } from '@/components/form/error-summary';
import { focusField } from '@/components/form/focus-field';
import { usePatternWords } from '@/components/questions/pattern-words';
import { usePeriodWords } from '@/components/questions/period-words';
import { Button } from '@/components/ui/button';
import { useErrorWords } from '@/components/ui/error-words';
import { details } from '@/components/ui/error-panel';
import { CopyButton } from '@/components/ui/copy-button';
import { Link } from '@/components/ui/link';
import { LONGEST_ANSWER } from '@/lib/entitlement/answer-rules';
import type { PolicyRequirements } from '@/lib/entitlement/policies';
import { localized } from '@/lib/entitlement/questions';
import { refusalReason } from '@/lib/entitlement/refusal-codes';
import { periodBounds, type Period } from '@/lib/entitlement/schedules';
import { paths } from '@/lib/paths';
import type { PortalError } from '@/lib/portal-error';
import { RefusedNote } from './refused-note';
import { reasonOf } from './refusal-words';
import { toProblems, type Problem } from './form-problems';
import type { Answer } from './use-request-form';

interface Props {
  answer: Answer;
  attempt: number;
  policy: PolicyRequirements;
  packageId: string;
  /** What is chosen now: the last possible end follows from the start. */
  period: Period | null;
  now: number;
  /** The person wants it sent once more after its answer was lost. */
  onSendAgain: () => void;
  myAccess: string | null;
  /** What stands in the form, as text to take along. */
  typed: () => string;
}

/** What came of pressing Send, where the focus goes: what was not done, what is still there, what to do. */
export function RequestAnswer({ answer, onSendAgain, ...about }: Props) {
  const { attempt } = about;
  const t = useTranslations('request-form.answer');
  if (answer.kind === 'fields') return <FieldsAnswer answer={answer} {...about} />;
  if (answer.kind === 'error') return <ErrorAnswer error={answer.error} onSendAgain={onSendAgain} {...about} />;
  return (
    <ErrorSummary faults={[]} title={t(`${answer.kind}.title`)} text={t(`${answer.kind}.text`)} attempt={attempt}>
      <LostActions onSendAgain={answer.kind === 'unknown' ? onSendAgain : undefined} />
    </ErrorSummary>
  );
}

function LostActions({ onSendAgain }: { onSendAgain: (() => void) | undefined }) {
  const t = useTranslations('request-form.answer');
  return (
    <p className="row wrap">
      <Link className="btn small" href={paths.requests}>
        {t('lookAtRequests')}
      </Link>
      {onSendAgain && (
        <Button variant="quiet" size="small" onClick={onSendAgain}>
          {t('sendAgain')}
        </Button>
      )}
    </p>
  );
}

function FieldsAnswer({
  answer,
  attempt,
  policy,
  packageId,
  period,
  now,
}: Omit<Props, 'answer' | 'onSendAgain' | 'myAccess' | 'typed'> & { answer: Extract<Answer, { kind: 'fields' }> }) {
  const t = useTranslations('request-form.answer');
  const problems = toProblems(answer.fields, policy);
  if (answer.fields.policyId !== undefined) {
    return (
      <ErrorSummary faults={[]} title={t('policyGone.title')} text={t('policyGone.text')} attempt={attempt}>
        <Link href={paths.accessPackage(packageId)}>{t('policyGone.choose')}</Link>
      </ErrorSummary>
    );
  }
  return (
    <ErrorSummary
      focusField={focusField}
      title={t('anotherLook', { count: problems.length })}
      text={t(answer.byServer ? 'changedMeanwhile' : 'nothingSent')}
      faults={problems.map((problem) => ({
        fieldId: problem.fieldId,
        text: <ProblemText problem={problem} policy={policy} period={period} now={now} />,
      }))}
      attempt={attempt}
    />
  );
}

function ProblemText({ problem, policy, period, now }: Pick<Props, 'policy' | 'period' | 'now'> & { problem: Problem }) {
  const t = useTranslations('request-form.answer');
  const fields = useTranslations('errors.fields');
  const locale = useLocale();
  const question = policy.questions.find(({ id }) => id === problem.questionId);
  const timeZone = useTimeZone() ?? 'UTC';
  const periodWords = usePeriodWords(policy.expiration, 'now', now);
  const bounds = periodBounds(policy.expiration, new Date(now), timeZone);
  const pattern = usePatternWords(question?.kind === 'text' ? question.regexPattern : null);
  const field = question
    ? localized(question.text, locale)
    : t(problem.path.startsWith('period') ? `field.${periodField(problem.path)}` : 'field.justification');
  const text =
    problem.key === 'pattern'
      ? pattern.complaint
      : problem.path.startsWith('period.')
        ? periodWords.complaint(problem.key, bounds.lastDay(period?.startDay ?? bounds.firstDay))
        : fields(problem.key, { max: LONGEST_ANSWER });
  return (
    <>
      <bdi>{field.replace(/\s*[?:؟：？]\s*$/u, '')}</bdi>: {text}
    </>
  );
}

function periodField(path: string): 'start' | 'end' | 'period' {
  return path === 'period.startDay' ? 'start' : path === 'period.endDay' ? 'end' : 'period';
}

function ErrorAnswer({
  error,
  attempt,
  packageId,
  onSendAgain,
  myAccess,
  typed,
}: Pick<Props, 'attempt' | 'packageId' | 'onSendAgain' | 'myAccess' | 'typed'> & { error: PortalError }) {
  const t = useTranslations('request-form.answer');
  const whyNot = useTranslations('why-not');
  const words = useErrorWords()(error);
  if (error.kind === 'alreadyRequested') {
    const held = error.assignmentId !== null;
    return (
      <ErrorSummary faults={[]} title={t(held ? 'held.title' : 'open.title')} text={t(held ? 'held.text' : 'open.text')} attempt={attempt}>
        {error.requestId && <Link href={paths.request(error.requestId)}>{t('open.see')}</Link>}
        {error.assignmentId && <Link href={paths.assignmentUpdate(error.assignmentId)}>{t('held.change')}</Link>}
        {!error.requestId && !error.assignmentId && <Link href={paths.requests}>{t('lookAtRequests')}</Link>}
      </ErrorSummary>
    );
  }
  if (error.kind === 'unknownOutcome') {
    return (
      <ErrorSummary faults={[]} title={t('unknown.title')} text={t('unknown.text')} attempt={attempt}>
        <LostActions onSendAgain={onSendAgain} />
      </ErrorSummary>
    );
  }
  if (error.kind === 'refused' && refusalReason(error.code) === null)
    return <RefusedNote error={error} attempt={attempt} myAccess={myAccess} typed={typed} />;
  const code = reasonOf(error);
  return (
    <ErrorSummary
      faults={[]}
      title={code ? t(`${code}.title`) : words.title}
      text={code ? t(`${code}.text`) : words.text}
      attempt={attempt}
    >
      <p className="row wrap">
        {code === 'incompatible' && (
          <Link className="btn small" href={paths.assignments}>
            {whyNot('seeHeld')}
          </Link>
        )}
        {(code === 'outsidePolicy' || code === 'gone') && (
          <Link className="btn small" href={paths.accessPackage(packageId)}>
            {t('policyGone.choose')}
          </Link>
        )}
        {error.graphRequestId && <CopyButton text={details(error)}>{t('details')}</CopyButton>}
      </p>
    </ErrorSummary>
  );
}
