'use client';

import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useSingleKeys } from '@/components/shell/search-keys';
import { Button, ButtonLink } from '@/components/ui/button';
import { Live } from '@/components/ui/live';
import { paths } from '@/lib/paths';
import { MOST_SELECTED, useSelection } from './selection';

/** How many are chosen, and the way to review them together. */
export function SelectionBar() {
  const t = useTranslations('approvals.select');
  const { selected, clear } = useSelection();
  const singleKeys = useSingleKeys();
  const isReviewing = usePathname() === paths.approvalsReview;
  const count = selected.size;
  return (
    <>
      <Live>{count > 0 ? t('count', { count }) : ''}</Live>
      {count > 0 && !isReviewing && (
        <div className="acts" role="group" aria-label={t('bar')}>
          <span className="n">{t('count', { count })}</span>
          {count === MOST_SELECTED && <span className="m">{t('full')}</span>}
          <span className="sep" aria-hidden="true" />
          <ButtonLink className="main" href={paths.approvalsReview}>
            {t('review')}
          </ButtonLink>
          <Button onClick={clear}>
            {t('clear')}
            {singleKeys && <kbd aria-hidden="true">Esc</kbd>}
          </Button>
        </div>
      )}
    </>
  );
}
