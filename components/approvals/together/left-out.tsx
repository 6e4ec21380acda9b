'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { useSelection } from '../selection';
import type { Parts } from './parts';

/** What was chosen and is not decided with the others, each with its reason. */
export function LeftOut({ leftOut }: Pick<Parts, 'leftOut'>) {
  const t = useTranslations('approvals');
  const { set } = useSelection();
  if (leftOut.length === 0) return null;
  return (
    <div className="note left-out">
      <div className="grow">
        <p className="b">{t('together.leftOut', { count: leftOut.length })}</p>
        <ul>
          {leftOut.map(({ row, reason }) => (
            <li key={row.id}>
              <bdi>{row.requestor ?? t('somebody')}</bdi>
              {t('comma')}
              <bdi>{row.accessPackage?.name ?? t('unknownPackage')}</bdi>: {t(`together.reason.${reason}`)}
            </li>
          ))}
        </ul>
      </div>
      <Button
        size="small"
        onClick={() =>
          set(
            leftOut.map(({ row }) => row),
            false,
          )
        }
      >
        {t('together.dropThem')}
      </Button>
    </div>
  );
}
