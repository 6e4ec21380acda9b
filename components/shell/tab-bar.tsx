'use client';

import { useTranslations } from 'next-intl';
import { administration, destinations } from './destinations';
import { NavLinks } from './nav-links';

/** The phone's places at the bottom edge; administrators have their own as the last. */
export function TabBar({ administers }: { administers: boolean }) {
  const t = useTranslations('shell');
  return (
    <nav className="tabs-bottom" aria-label={t('main')}>
      <NavLinks places={administers ? [...destinations, ...administration.slice(0, 1)] : destinations} />
    </nav>
  );
}
