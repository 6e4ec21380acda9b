'use client';

import { useTranslations } from 'next-intl';
import { useId } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import { PeriodFields } from '@/components/questions/period-fields';
import { QuestionFields } from '@/components/questions/question-field';
import { Cut } from '@/components/status/cut';
import { Button } from '@/components/ui/button';
import type { PolicyRequirements } from '@/lib/entitlement/policies';
import { WayTerms } from '../way-terms';
import { periodIds } from './field-id';
import type { PlannedQuestion } from './question-plan';
import type { Sent } from './sent-rows';
import { SentWords } from './sent-words';
import { packageField, type TogetherPackage } from './together-package';
import type { TogetherValues } from './together-values';
import { WayChoice } from './way-choice';

interface Props {
  of: TogetherPackage;
  /** The policy it is asked for by; null until chosen. */
  chosen: PolicyRequirements | null;
  own: readonly PlannedQuestion[];
  form: UseFormReturn<TogetherValues>;
  /** Why it was not taken the last time. */
  error: Sent | null;
  now: number;
  onTakeOut: () => void;
}

/** What one package asks alone: its way, its own questions, its period; and why it was not taken. */
export function PackagePart({ of, chosen, own, form, error, now, onTakeOut }: Props) {
  const t = useTranslations('tray');
  const id = useId();
  const field = packageField(of.id);
  const asksNoMore = chosen && own.length === 0 && !chosen.allowCustomAssignmentSchedule;
  return (
    <section aria-labelledby={id} data-package={of.id}>
      <div className="part-head">
        <Cut packageId={of.id} />
        <h2 id={id}>
          <bdi>{of.name || t('thisPackage')}</bdi>
        </h2>
        <Button variant="quiet" size="small" aria-describedby={id} onClick={onTakeOut}>
          {t('takeOut')}
        </Button>
      </div>
      {error?.kind === 'error' && (
        <div className="note stop mb-5">
          <SentWords sent={error} />
        </div>
      )}
      {of.ways.length > 1 ? <WayChoice of={of} form={form} now={now} /> : chosen && <WayTerms policy={chosen} now={now} />}
      {own.length > 0 && (
        <div className="mt-5">
          <QuestionFields questions={own.map(({ question }) => question)} control={form.control} />
        </div>
      )}
      {chosen?.allowCustomAssignmentSchedule && (
        <div className="mt-5">
          <h3 className="lab">{t('howLong')}</h3>
          <PeriodFields
            control={form.control}
            name={`periods.${field}`}
            ids={periodIds(field)}
            expiration={chosen.expiration}
            runsFrom={chosen.isApprovalRequiredForAdd ? 'approval' : 'now'}
            now={now}
          />
        </div>
      )}
      {asksNoMore && <p className="sm mut mt-3">{t('asksNoMore')}</p>}
    </section>
  );
}
