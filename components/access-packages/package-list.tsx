'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { Live } from '@/components/ui/live';
import type { ShownMarks } from './marks';
import { PackageRow } from './package-row';
import type { PackageRow as Row } from './package-row-data';
import type { RequirementFactsById } from './requirement-facts';
import type { Hit } from './search-index';
import type { Tray } from './tray/use-tray';
import { useListWindow } from './use-list-window';

interface Props {
  rows: readonly Row[];
  hits: readonly Hit[] | null;
  asked: readonly string[];
  marks: ShownMarks | null | undefined;
  facts: RequirementFactsById;
  /** Asks for the requirements of these packages. */
  want: (ids: readonly string[]) => void;
  now: number;
  tray: Tray;
  /** The tray is for other people: what is mine already can be chosen too. */
  isForOthers: boolean;
}

/** The rows near the screen; the others are room of their height. The requirements of rows on the screen are asked for after paint. */
export function PackageList({ rows, hits, asked, marks, facts, want, now, tray, isForOthers }: Props) {
  const t = useTranslations('access-packages');
  const { from, to, before, after, listRef } = useListWindow(rows.length);
  const drawn = rows.slice(from, to);
  const ids = drawn.map((row) => row.id).join(' ');
  useEffect(() => {
    if (ids === '') return;
    const seen = new IntersectionObserver((entries) => {
      const visible = entries.filter((entry) => entry.isIntersecting).map((entry) => entry.target.getAttribute('data-id') ?? '');
      want(visible.filter(Boolean));
    });
    for (const element of document.querySelectorAll('[data-list="packages"] [data-id]')) seen.observe(element);
    return () => seen.disconnect();
  }, [ids, want]);
  const [copied, setCopied] = useState<{ id: string; done: boolean } | null>(null);
  const byId = new Map(hits?.map((hit) => [hit.id, hit]));
  return (
    <>
      <ul className="list" ref={listRef} data-list="packages" aria-label={t('list')}>
        {before > 0 && <li aria-hidden="true" style={{ blockSize: before }} />}
        {drawn.map((row, at) => (
          <PackageRow
            key={row.id}
            row={row}
            index={from + at}
            length={rows.length}
            mark={marks?.[row.id]}
            facts={facts[row.id]}
            hit={byId.get(row.id)}
            asked={asked}
            now={now}
            chosen={tray.chosen.some(({ id }) => id === row.id)}
            onChoose={tray.toggle}
            isForOthers={isForOthers}
            copied={copied?.done === true && copied.id === row.id}
            onCopied={(id, done) => setCopied({ id, done })}
          />
        ))}
        {after > 0 && <li aria-hidden="true" style={{ blockSize: after }} />}
      </ul>
      <Live seen={copied?.done === false}>{copied && t(copied.done ? 'linkCopied' : 'linkNotCopied')}</Live>
    </>
  );
}
