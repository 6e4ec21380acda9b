'use client';

import { useLocale } from 'next-intl';
import { useMemo, useState } from 'react';
import { arrange, facetCounts, type Facet, type Order } from './browse-view';
import type { ShownMarks } from './marks';
import type { PackageRow } from './package-row-data';
import type { RequirementFactsById } from './requirement-facts';
import type { Hit } from './search-index';

/** What is chosen beside the search (facets, order) and the rows that follow from it. */
export function useBrowse(
  rows: readonly PackageRow[],
  found: readonly Hit[] | null,
  marks: ShownMarks | null | undefined,
  facts: RequirementFactsById,
) {
  const locale = useLocale();
  const [only, setOnly] = useState<ReadonlySet<Facet>>(new Set());
  const [chosen, setOrder] = useState<Order | null>(null);
  const order: Order = chosen && (chosen !== 'match' || found) ? chosen : found ? 'match' : 'listed';
  const { shown, unknown } = useMemo(
    () => arrange(rows, { found: found && found.map((hit) => hit.id), only, order, locale }, { marks, facts }),
    [rows, found, only, order, locale, marks, facts],
  );
  const counts = useMemo(() => {
    const pool = arrange(rows, { found: found && found.map((hit) => hit.id), only: new Set(), order: 'listed', locale }, { marks, facts });
    return facetCounts(pool.shown, { marks, facts });
  }, [rows, found, locale, marks, facts]);
  const toggle = (facet: Facet) =>
    setOnly((was) => {
      const now = new Set(was);
      if (!now.delete(facet)) now.add(facet);
      return now;
    });
  return { shown, unknown, counts, only, toggle, order, setOrder };
}
