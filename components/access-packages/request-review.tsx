'use client';

import { TriangleAlert } from 'lucide-react';
import { useLocale, useTimeZone, useTranslations } from 'next-intl';
import { useFormState, useWatch, type Control } from 'react-hook-form';
import { shownValues } from '@/components/questions/shown-values';
import { questionFieldId } from '@/components/questions/answer-values';
import { periodFieldIds } from '@/components/questions/period-fields';
import { usePeriodWords } from '@/components/questions/period-words';
import { focusField } from '@/components/form/focus-field';
import { useViewer } from '@/components/shell/viewer-context';
import type { PolicyRequirements } from '@/lib/entitlement/policies';
import { localized } from '@/lib/entitlement/questions';
import type { RequestFormValues } from '@/lib/entitlement/request-form';
import { useFormats } from '@/lib/i18n/use-formats';
import { flatErrors, justificationFieldId } from './form-problems';

interface Props {
  control: Control<RequestFormValues>;
  policy: PolicyRequirements;
  packageName: string;
  now: number;
}

/** Everything that will be sent, beside a way to change it. */
export function RequestReview({ control, policy, packageName, now }: Props) {
  const t = useTranslations('request-form.review');
  const locale = useLocale();
  const viewer = useViewer();
  const values = useWatch({ control });
  const { errors } = useFormState({ control });
  const wrong = flatErrors(errors);
  const period = usePeriodSummary(values.period ?? null, policy, now);
  return (
    <dl className="review">
      <Row name={t('package')}>{packageName ? <bdi>{packageName}</bdi> : t('thisPackage')}</Row>
      <Row name={t('for')}>{t.rich('you', { name: () => <bdi>{viewer.name}</bdi> })}</Row>
      {policy.questions.map((question) => {
        const given = values.answers?.[question.id] ?? [];
        return (
          <Row
            key={question.id}
            name={<bdi>{localized(question.text, locale)}</bdi>}
            fieldId={questionFieldId(question.id)}
            isWrong={`answers.${question.id}` in wrong}
            isEmpty={given.every((value) => value.trim() === '')}
          >
            {shownValues({ values: given, displayValues: [] }, question, locale).map((text, at) => (
              <bdi className="block whitespace-pre-wrap wrap-anywhere" key={at}>
                {text}
              </bdi>
            ))}
          </Row>
        );
      })}
      {policy.isRequestorJustificationRequired && (
        <Row
          name={t('justification')}
          fieldId={justificationFieldId}
          isWrong={'justification' in wrong}
          isEmpty={!values.justification?.trim()}
        >
          <bdi className="block whitespace-pre-wrap wrap-anywhere">{values.justification}</bdi>
        </Row>
      )}
      <Row
        name={t('period')}
        {...(policy.allowCustomAssignmentSchedule
          ? { fieldId: values.period?.endDay === undefined ? periodFieldIds.choice : periodFieldIds.end }
          : {})}
        isWrong={Object.keys(wrong).some((path) => path.startsWith('period'))}
      >
        {period}
      </Row>
    </dl>
  );
}

function usePeriodSummary(
  period: { startDay?: string | null; endDay?: string | null } | null,
  policy: PolicyRequirements,
  now: number,
): string {
  const t = useTranslations('request-form.review');
  const formats = useFormats();
  const timeZone = useTimeZone() ?? 'UTC';
  const words = usePeriodWords(policy.expiration, policy.isApprovalRequiredForAdd ? 'approval' : 'now', now);
  if (!period || (!period.startDay && !period.endDay)) return words.usual;
  return t('dates', {
    hasStart: String(Boolean(period.startDay)),
    start: period.startDay ? formats.day(period.startDay, now) : '',
    hasEnd: String(Boolean(period.endDay)),
    end: period.endDay ? formats.day(period.endDay, now) : '',
    zone: timeZone,
  });
}

interface RowProps {
  name: React.ReactNode;
  fieldId?: string;
  isWrong?: boolean;
  isEmpty?: boolean;
  children: React.ReactNode;
}

function Row({ name, fieldId, isWrong, isEmpty, children }: RowProps) {
  const t = useTranslations('request-form.review');
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {isWrong ? (
          <span className="bare stop">
            <TriangleAlert className="i" aria-hidden="true" />
            {t('anotherLook')}
          </span>
        ) : isEmpty ? (
          <span className="mut">{t('empty')}</span>
        ) : (
          children
        )}
      </dd>
      {fieldId ? (
        <dd>
          <a
            className="sm"
            href={`#${fieldId}`}
            onClick={(event) => {
              if (focusField(fieldId)) event.preventDefault();
            }}
          >
            {t.rich('change', { name: () => <span className="vh">{name}</span> })}
          </a>
        </dd>
      ) : null}
    </div>
  );
}
