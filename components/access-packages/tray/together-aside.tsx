'use client';

import { useTranslations } from 'next-intl';
import { useWatch, type Control } from 'react-hook-form';
import { focusField } from '@/components/form/focus-field';
import { Cut } from '@/components/status/cut';
import { allQuestions, type QuestionPlan } from './question-plan';
import type { Scope } from './pairs';
import type { ChosenWay } from './together-package';
import { openFields } from './open-fields';
import type { TogetherValues } from './together-values';

interface Props {
  open: Scope;
  chosen: readonly ChosenWay[];
  plan: QuestionPlan;
  control: Control<TogetherValues>;
}

/** The packages and people at a glance, and how much is still to be answered. */
export function TogetherAside({ open, chosen, plan, control }: Props) {
  const t = useTranslations('tray');
  const people = useTranslations('for-others');
  return (
    <aside className="sticky only-wide" aria-label={t('chosenTitle')}>
      <div className="panel">
        <h2 className="h3 mb-1.5 font-sans">{t('chosenTitle')}</h2>
        <ul className="inside">
          {open.packages.map(({ id, name }) => (
            <li key={id}>
              <Cut packageId={id} size="sm" />
              <bdi>{name || t('thisPackage')}</bdi>
            </li>
          ))}
        </ul>
        <hr className="my-4 border-line" />
        {open.pairs.length !== open.packages.length && <p className="sm mb-2">{people('pairs', { count: open.pairs.length })}</p>}
        <StillOpen open={open} chosen={chosen} plan={plan} control={control} />
      </div>
    </aside>
  );
}

/** How much is still to be answered, and the way to the first of it. `isShort`: where it stands beside the button. */
export function StillOpen({ open, chosen, plan, control, isShort = false }: Props & { isShort?: boolean }) {
  const t = useTranslations('tray');
  const others = useTranslations('for-others');
  const values = useWatch({ control }) as TogetherValues;
  const missing = openFields(open, chosen, plan, values);
  const count = allQuestions(plan).length;
  const [first] = missing;
  const way = (words: string) =>
    first && (
      <a
        className="sm"
        href={`#${first}`}
        onClick={(event) => {
          if (focusField(first)) event.preventDefault();
        }}
      >
        {words}
      </a>
    );
  if (isShort) return way(others('stillOpen', { count: missing.length }));
  return (
    <>
      <p className="sm" role="status">
        {missing.length > 0 ? t('openCount', { count: missing.length }) : t(count > 0 ? 'allAnswered' : 'nothingAsked')}
      </p>
      {way(t('toFirst'))}
    </>
  );
}
