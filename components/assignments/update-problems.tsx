'use client';

import { useLocale, useTranslations } from 'next-intl';
import type { FieldErrors } from 'react-hook-form';
import { ErrorSummary, type FieldFault } from '@/components/form/error-summary';
import { questionFieldId } from '@/components/questions/answer-values';
import { useErrorWords } from '@/components/ui/error-words';
import { Link } from '@/components/ui/link';
import { localized, type Question } from '@/lib/entitlement/questions';
import { paths } from '@/lib/paths';
import type { PortalError } from '@/lib/portal-error';
import type { UpdateDraft } from './update-view';

interface UpdateProblemsProps {
  accessPackageId: string;
  errors: FieldErrors<UpdateDraft>;
  failed: PortalError | 'sending' | 'unknown' | null;
  questions: readonly Question[];
  /** Attempts to send so far; the focus goes here with each. */
  attempt: number;
}

/** Why it was not sent, once and on top: the fields that need another look, or what the service said. */
export function UpdateProblems({ accessPackageId, errors, failed, questions, attempt }: UpdateProblemsProps) {
  const t = useTranslations('assignments');
  const words = useErrorWords();
  const faults = useFaults(errors, questions);
  if (attempt === 0 || (failed === null && faults.length === 0)) return null;
  if (failed === null || (typeof failed === 'object' && failed.kind === 'invalid'))
    return <ErrorSummary faults={faults} attempt={attempt} />;
  if (failed === 'sending' || failed === 'unknown') {
    return (
      <ErrorSummary title={t(`${failed}Outcome.title`)} text={t(`${failed}Outcome.text`)} attempt={attempt}>
        <p>
          <Link href={paths.requests}>{t('lookAtRequests')}</Link>
        </p>
      </ErrorSummary>
    );
  }
  if (failed.kind !== 'refused') return <ErrorSummary {...words(failed)} attempt={attempt} />;
  // An update was refused: where a policy admits me, asking anew is the way left (contract §6.4).
  return (
    <ErrorSummary title={t('refused.title')} text={t('refused.text')} attempt={attempt}>
      <p>
        <Link href={paths.accessPackage(accessPackageId)}>{t('refused.renew')}</Link>
      </p>
    </ErrorSummary>
  );
}

function useFaults(errors: FieldErrors<UpdateDraft>, questions: readonly Question[]): FieldFault[] {
  const t = useTranslations('assignments.update');
  const locale = useLocale();
  return [
    ...(errors.day ? [{ fieldId: 'day', text: t('lastDay') }] : []),
    ...questions
      .filter((question) => errors.answers?.[question.id])
      .map((question) => ({ fieldId: questionFieldId(question.id), text: <bdi>{localized(question.text, locale)}</bdi> })),
    ...(errors.justification ? [{ fieldId: 'justification', text: t('justification') }] : []),
  ];
}
