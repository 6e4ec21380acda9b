'use client';

import { useEffect, useMemo, useState } from 'react';
import type { PackageRow } from './package-row-data';
import type { Hit, SearchIndex } from './search-index';
import { fold, wordsOf } from './search-text';

const NONE: ReadonlySet<string> = new Set();
/** Rows indexed between two breaths of the page. */
const BATCH = 250;

/**
 * Search as one types: what the index finds, best first, then rows that hold the typed words as they stand (not indexed yet, or inside a
 * longer word). The index's chunk comes once the search is `wanted`: its box got the focus. `found` is null while nothing is typed.
 */
export function usePackageSearch(rows: readonly PackageRow[], query: string, wanted: boolean) {
  /** A new object each time the index has grown, so that what was found is looked up again. `holds`: the rows in it as they were. */
  const [held, setHeld] = useState<{ index: SearchIndex; holds: WeakSet<PackageRow> } | null>(null);
  useEffect(() => {
    if (!wanted) return;
    const missing = rows.filter((row) => !held?.holds.has(row)).slice(0, BATCH);
    if (missing.length === 0) return;
    let stopped = false;
    const step = async () => {
      const { createSearchIndex } = await import('./search-index');
      if (stopped) return;
      const { index, holds } = held ?? { index: createSearchIndex(), holds: new WeakSet<PackageRow>() };
      index.add(missing);
      for (const row of missing) holds.add(row);
      setHeld({ index, holds });
    };
    const timer = setTimeout(() => void step(), 0);
    return () => {
      stopped = true;
      clearTimeout(timer);
    };
  }, [wanted, held, rows]);
  const asked = useMemo(() => wordsOf(query).map((word) => word.text), [query]);
  const found = useMemo(() => (asked.length === 0 ? null : find(held?.index ?? null, query, rows, asked)), [held, query, rows, asked]);
  return { found, asked };
}

function find(index: SearchIndex | null, query: string, rows: readonly PackageRow[], asked: readonly string[]): Hit[] {
  // One letter begins nearly every row: looking through them as they stand says the same, sooner.
  const hits = (asked.some((word) => word.length > 1) && index?.search(query)) || [];
  const seen = new Set(hits.map((hit) => hit.id));
  const plain = rows.filter((row) => !seen.has(row.id) && asked.every((word) => folded(row).includes(word)));
  return [...hits, ...plain.map((row) => ({ id: row.id, terms: NONE }))];
}

const texts = new WeakMap<PackageRow, string>();

function folded(row: PackageRow): string {
  const known = texts.get(row);
  if (known !== undefined) return known;
  const text = fold([row.displayName, row.description, ...(row.inside ?? [])].join('\n'));
  texts.set(row, text);
  return text;
}
