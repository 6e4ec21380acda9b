'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import type { FieldErrors } from 'react-hook-form';
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
  /** After an attempt: the focus goes here. */
  shown: boolean;
}

/** Why it was not sent, once and on top: the fields that need another look, or what the service said. */
export function UpdateProblems({ accessPackageId, errors, failed, questions, shown }: UpdateProblemsProps) {
  const t = useTranslations('assignments.update');
  const all = useTranslations('assignments');
  const locale = useLocale();
  const words = useErrorWords();
  const box = useRef<HTMLDivElement>(null);
  const fields = fieldsOf(errors, questions, (question) => localized(question.text, locale), {
    day: t('lastDay'),
    justification: t('justification'),
  });
  const isShown = shown && (failed !== null || fields.length > 0);
  useEffect(() => {
    if (isShown) box.current?.focus();
  }, [isShown]);
  if (!isShown) return null;
  const { title, text } = wordsOf(failed);
  // An update was refused: where a policy admits me, asking anew is the way left (contract §6.4).
  const refused = failed !== null && typeof failed === 'object' && failed.kind === 'refused';
  return (
    <div className="summary" role="alert" tabIndex={-1} ref={box}>
      <h2>{title}</h2>
      {text && <p className="sm mut">{text}</p>}
      {refused && (
        <p>
          <Link href={paths.accessPackage(accessPackageId)}>{all('refused.renew')}</Link>
        </p>
      )}
      {fields.length > 0 && (
        <ul>
          {fields.map((field) => (
            <li key={field.id}>
              <a href={`#${field.id}`}>
                <bdi>{field.label}</bdi>
              </a>
            </li>
          ))}
        </ul>
      )}
    </div>
  );

  function wordsOf(what: UpdateProblemsProps['failed']): { title: string; text: string } {
    if (what === 'sending') return { title: all('sendingOutcome.title'), text: all('sendingOutcome.text') };
    if (what === 'unknown') return { title: all('unknownOutcome.title'), text: all('unknownOutcome.text') };
    if (what === null || what.kind === 'invalid')
      return words({ kind: 'invalid', fields: Object.fromEntries(fields.map((field) => [field.id, ''])) });
    if (what.kind === 'refused') return { title: all('refused.title'), text: all('refused.text') };
    return words(what);
  }
}

function fieldsOf(
  errors: FieldErrors<UpdateDraft>,
  questions: readonly Question[],
  textOf: (question: Question) => string,
  labels: { day: string; justification: string },
): { id: string; label: string }[] {
  const asked = questions.filter((question) => errors.answers?.[question.id]);
  return [
    ...(errors.day ? [{ id: 'day', label: labels.day }] : []),
    ...asked.map((question) => ({ id: questionFieldId(question.id), label: textOf(question) })),
    ...(errors.justification ? [{ id: 'justification', label: labels.justification }] : []),
  ];
}
