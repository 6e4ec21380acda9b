'use client';

import { SearchX } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';

interface Props {
  query: string;
  /** Whether the whole list was searched. Until then nothing is ever called "not found". */
  whole: boolean;
  /** Whether what is inside was searched too, could not all be read, or nobody may see it. */
  inside: 'all' | 'reading' | 'gap' | 'notTold';
  searched: number;
  /** How many facets are chosen, and for how many rows they are not known yet. */
  facets: number;
  unknown: number;
  onClear: () => void;
}

/** No row to show: which of the reasons it is. */
export function NothingFound({ query, whole, inside, searched, facets, unknown, onClear }: Props) {
  const t = useTranslations('access-packages.nothing');
  const looked = useTranslations('inside');
  if (!whole) return <p className="mut">{query ? t('notYet', { count: searched }) : t('coming')}</p>;
  if (!query && facets === 0) {
    return (
      <EmptyState icon={<SearchX className="i l" aria-hidden="true" />} title={t('noneTitle')}>
        {t('none')}
      </EmptyState>
    );
  }
  if (unknown > 0) return null;
  if (query && (inside === 'reading' || inside === 'gap'))
    return <p className="mut">{looked(inside === 'gap' ? 'nothingGap' : 'nothingYet')}</p>;
  return (
    <EmptyState
      icon={<SearchX className="i l" aria-hidden="true" />}
      title={query ? t('noMatchTitle', { query }) : t('noneOfTheseTitle')}
      action={
        query && (
          <Button variant="quiet" onClick={onClear}>
            {t('clear')}
          </Button>
        )
      }
    >
      {query && inside === 'all' ? looked('nothing', { count: searched }) : t('noMatch', { count: searched })}
    </EmptyState>
  );
}
