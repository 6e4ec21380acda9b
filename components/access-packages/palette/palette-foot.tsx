'use client';

import { TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { PaletteKnown } from './palette-store';

interface Props {
  query: string;
  found: number;
  known: PaletteKnown;
  onRetry: () => void;
}

/** How far the lists have come, and what "nothing" means: it is never said while something is missing. */
export function PaletteFoot({ query, found, known: { rows, next, error, mine }, onRetry }: Props) {
  const t = useTranslations('palette');
  const whole = next === null && mine !== undefined && mine !== null;
  const failed = error !== null || mine === null;
  const nothing = query !== '' && found === 0;
  return (
    <div className="palette-foot" role="status">
      {nothing && <p>{whole ? t('nothing', { query }) : t('notYet', { count: rows.length })}</p>}
      {failed && (
        <p className="row wrap">
          <TriangleAlert className="i s" aria-hidden="true" />
          <span>{error !== null ? t('gap', { count: rows.length }) : t('mineUnread')}</span>
          <button type="button" className="btn link" onClick={onRetry}>
            {t('retry')}
          </button>
        </p>
      )}
      {!failed && !whole && <p>{next === null ? t('readingMine') : t('reading', { count: rows.length })}</p>}
      {!failed && whole && mine.marks === null && <p>{t('marksUnread')}</p>}
      {!nothing && whole && !failed && <p>{t('whole', { count: rows.length })}</p>}
    </div>
  );
}
