import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { ResourceRole } from '@/lib/entitlement/access-packages';
import { endDay } from '@/lib/entitlement/end-day';
import { useFormats } from '@/lib/i18n/use-formats';
import { lossOf, type OtherAccess } from './kept-elsewhere';
import type { OtherContents } from './use-other-contents';

interface WhatGoesProps {
  roles: readonly ResourceRole[];
  others: readonly OtherAccess[];
  read: OtherContents;
  /** Not all my access has been read. */
  isPart: boolean;
  /** Graph's now, UTC ms. */
  now: number;
}

/** What giving it back takes away, and what stays because other access of mine gives it too. */
export function WhatGoes({ roles, others, read, isPart, now }: WhatGoesProps) {
  const t = useTranslations('assignments.giveBack');
  const formats = useFormats();
  const { goes, stays } = lossOf(roles, others, read.contents);
  const words = (key: 'through' | 'throughUntil', { name, endDateTime }: OtherAccess, roleName: string): ReactNode =>
    t.rich(key, {
      day: endDateTime ? formats.day(endDay(endDateTime, formats.timeZone), now) : '',
      role: () => <bdi>{roleName}</bdi>,
      name: () => <bdi>{name}</bdi>,
    });
  const by = (through: OtherAccess, roleName: string) => words(through.endDateTime ? 'throughUntil' : 'through', through, roleName);
  return (
    <>
      {goes.length > 0 ? <p>{t('loses')}</p> : <p>{t('losesNothing')}</p>}
      {goes.length > 0 && (
        <ul className="goes">
          {goes.map(({ role, also }) => (
            <Role key={role.id} role={role}>
              {also && by(also.through, also.roleName)}
            </Role>
          ))}
        </ul>
      )}
      {stays.length > 0 && (
        <>
          <p>{t('keeps')}</p>
          <ul className="goes">
            {stays.map(({ role, through }) => (
              <Role key={role.id} role={role}>
                {by(through, role.roleName)}
              </Role>
            ))}
          </ul>
        </>
      )}
      <p role="status">
        {others.length > 0 && read.state === 'reading' ? t('readingOthers') : read.state === 'partly' || isPart ? t('othersUnread') : ''}
      </p>
    </>
  );
}

function Role({ role, children }: { role: ResourceRole; children: ReactNode }) {
  return (
    <li>
      <bdi>{role.resourceName}</bdi>{' '}
      <span className="mut">
        <bdi>{role.roleName}</bdi>
      </span>
      {children && <span className="mut under">{children}</span>}
    </li>
  );
}
