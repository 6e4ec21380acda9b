'use client';

import { useTranslations } from 'next-intl';
import type { Inside } from './use-inside';

/** How far the search looks inside the packages. Nothing before somebody means to search. */
export function InsideNote({ inside: { state, read, rows, retry } }: { inside: Inside }) {
  const t = useTranslations('inside');
  const count = rows.length;
  if (state === 'idle' || count === 0) return null;
  if (state === 'notTold') return t('notTold');
  if (state === 'done' || read === count) return t('all');
  return (
    <>
      {t('soFar', { read, count })} {state === 'waiting' && t('waiting')}
      {state === 'gap' && (
        <>
          {t('gap')}{' '}
          <button type="button" className="btn link" onClick={retry}>
            {t('retry')}
          </button>
        </>
      )}
    </>
  );
}
