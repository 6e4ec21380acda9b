'use client';

import { useLocale, useTranslations } from 'next-intl';
import { lazy, Suspense, useId } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import { PeriodFields } from '@/components/questions/period-fields';
import { Cut } from '@/components/status/cut';
import { Button } from '@/components/ui/button';
import type { PolicyRequirements } from '@/lib/entitlement/policies';
import { listOf } from '@/lib/i18n/list';
import { WayTerms } from '../way-terms';
import { periodIds } from './field-id';
import { OwnQuestions } from './own-questions';
import { peopleOf, type Pair } from './pairs';
import { PerPerson } from './per-person';
import { usePersonName } from './person-words';
import type { PlannedQuestion } from './question-plan';
import type { SentRow } from './sent-rows';
import { packageField, type TogetherPackage } from './together-package';
import type { TogetherValues } from './together-values';
import { WayChoice } from './way-choice';

/** Rarely needed: its own chunk. */
const NotTaken = lazy(() => import('./not-taken'));

interface Props {
  of: TogetherPackage;
  /** The policy it is asked for by; null until chosen. */
  chosen: PolicyRequirements | null;
  own: readonly PlannedQuestion[];
  pairs: readonly Pair[];
  /** Whom it is for is said: it is not for the reader alone. */
  isForOthers: boolean;
  form: UseFormReturn<TogetherValues>;
  /** Its requests that were not taken the last time. */
  notTaken: readonly SentRow[];
  now: number;
  /** Absent where it is all there is. */
  onTakeOut: (() => void) | undefined;
}

/** What one package asks alone: its way, its own questions, its period; whom it is for, and why it was not taken. */
export function PackagePart({ of, chosen, own, pairs, isForOthers, form, notTaken, now, onTakeOut }: Props) {
  const t = useTranslations('tray');
  const others = useTranslations('for-others');
  const locale = useLocale();
  const nameOf = usePersonName();
  const id = useId();
  const field = packageField(of.id);
  const people = peopleOf(pairs, [of.id]);
  const asksNoMore = chosen && own.length === 0 && !chosen.allowCustomAssignmentSchedule;
  return (
    <section aria-labelledby={id} data-package={of.id}>
      <div className="part-head">
        <Cut packageId={of.id} />
        <h2 id={id}>
          <bdi>{of.name || t('thisPackage')}</bdi>
        </h2>
        {onTakeOut && (
          <Button variant="quiet" size="small" aria-describedby={id} onClick={onTakeOut}>
            {t('takeOut')}
          </Button>
        )}
      </div>
      {isForOthers && people.length > 0 && people.length < form.getValues('people').length && (
        <p className="sm mut for-whom">{others.rich('forWhom', { name: () => <bdi>{listOf(people.map(nameOf), locale)}</bdi> })}</p>
      )}
      {notTaken.length > 0 && (
        <Suspense fallback={null}>
          <NotTaken rows={notTaken} isForOthers={isForOthers} />
        </Suspense>
      )}
      {of.ways.length > 1 ? <WayChoice of={of} form={form} now={now} /> : chosen && <WayTerms policy={chosen} now={now} />}
      {own.length > 0 && (
        <div className="mt-5">
          <OwnQuestions questions={own} form={form} pairs={pairs} />
        </div>
      )}
      {chosen?.allowCustomAssignmentSchedule && (
        <div className="mt-5">
          <h3 className="lab">{t('howLong')}</h3>
          <PerPerson form={form} of="periods" field={field} about={t('howLong')} people={people}>
            {(name) => (
              <PeriodFields
                control={form.control}
                name={`periods.${name}`}
                ids={periodIds(name)}
                expiration={chosen.expiration}
                runsFrom={chosen.isApprovalRequiredForAdd ? 'approval' : 'now'}
                now={now}
              />
            )}
          </PerPerson>
        </div>
      )}
      {asksNoMore && <p className="sm mut mt-3">{t('asksNoMore')}</p>}
    </section>
  );
}
