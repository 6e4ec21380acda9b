'use client';

import { CircleHelp, TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { PortalError } from '@/lib/portal-error';

/** What the list cannot say: my state unread, requirements not read for all rows. */
export function BrowseNotes({ marksKnown, unknown, onReadMore }: { marksKnown: boolean; unknown: number; onReadMore: () => void }) {
  const t = useTranslations('access-packages.notes');
  return (
    <>
      {!marksKnown && (
        <p className="note">
          <CircleHelp className="i" aria-hidden="true" />
          <span>{t('marksUnread')}</span>
        </p>
      )}
      {unknown > 0 && (
        <p className="note" role="status">
          <CircleHelp className="i" aria-hidden="true" />
          <span>
            {t('facetUnread', { count: unknown })}{' '}
            <button type="button" className="btn link" onClick={onReadMore}>
              {t('readMore')}
            </button>
          </span>
        </p>
      )}
    </>
  );
}

/** The end of the list as it is: still coming, or a gap that can be tried again. Never a silent end. */
export function FeedEnd({ error, came, whole, onRetry }: { error: PortalError | null; came: number; whole: boolean; onRetry: () => void }) {
  const t = useTranslations('access-packages.notes');
  if (whole) return null;
  if (!error) return <p className="sm mut mt-4">{t('coming', { count: came })}</p>;
  return (
    <p className="note ask mt-4" role="alert">
      <TriangleAlert className="i" aria-hidden="true" />
      <span>
        <b>{t('gapTitle')}</b> {t('gap', { count: came })}{' '}
        <button type="button" className="btn link" onClick={onRetry}>
          {t('loadRest')}
        </button>
      </span>
    </p>
  );
}
