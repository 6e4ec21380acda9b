'use client';

import { useTranslations } from 'next-intl';
import { useApprovalsWaiting } from './approvals-waiting';
import { administration, approvals, destinations } from './destinations';
import { NavLinks } from './nav-links';

/** The phone's places at the bottom edge; administrators have their own as the last. */
export function TabBar({ administers }: { administers: boolean }) {
  const t = useTranslations('shell');
  const approves = useApprovalsWaiting().shown;
  const places = [...destinations, ...(approves ? [approvals] : []), ...(administers ? administration.slice(0, 1) : [])];
  return (
    <nav className="tabs-bottom" aria-label={t('main')}>
      <NavLinks places={places} />
    </nav>
  );
}
