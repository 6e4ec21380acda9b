'use client';

import { useTranslations } from 'next-intl';
import { useWatch, type Control } from 'react-hook-form';
import { focusField } from '@/components/form/focus-field';
import { Cut } from '@/components/status/cut';
import { allQuestions, type QuestionPlan } from './question-plan';
import type { ChosenWay, TogetherPackage } from './together-package';
import { openFields } from './open-fields';
import type { TogetherValues } from './together-values';

interface Props {
  packages: readonly TogetherPackage[];
  chosen: readonly ChosenWay[];
  plan: QuestionPlan;
  control: Control<TogetherValues>;
}

/** The packages at a glance, and how much is still to be answered; on a phone one line of it. */
export function TogetherAside({ packages, chosen, plan, control }: Props) {
  const t = useTranslations('tray');
  const values = useWatch({ control }) as TogetherValues;
  const open = openFields(packages, chosen, plan, values);
  const count = allQuestions(plan).length;
  const [first] = open;
  return (
    <aside className="sticky only-wide" aria-label={t('chosenTitle')}>
      <div className="panel">
        <h2 className="h3 mb-1.5 font-sans">{t('chosenTitle')}</h2>
        <ul className="inside">
          {packages.map(({ id, name }) => (
            <li key={id}>
              <Cut packageId={id} size="sm" />
              <bdi>{name || t('thisPackage')}</bdi>
            </li>
          ))}
        </ul>
        <hr className="my-4 border-line" />
        <p className="sm" role="status">
          {open.length > 0 ? t('openCount', { count: open.length }) : t(count > 0 ? 'allAnswered' : 'nothingAsked')}
        </p>
        {first && (
          <a
            className="sm"
            href={`#${first}`}
            onClick={(event) => {
              if (focusField(first)) event.preventDefault();
            }}
          >
            {t('toFirst')}
          </a>
        )}
      </div>
    </aside>
  );
}
