'use client';

import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { Link } from '@/components/ui/link';
import { currentDestination, type Destination } from './destinations';

/** Links to places; the present one carries the bolt. */
export function NavLinks({ places }: { places: readonly Destination[] }) {
  const t = useTranslations('shell.nav');
  const here = currentDestination(usePathname());
  return places.map(({ key, href, icon: Icon }) => (
    <Link key={key} href={href} aria-current={here?.key === key ? 'page' : undefined}>
      <Icon className="i" aria-hidden="true" />
      <span className="name">{t(key)}</span>
    </Link>
  ));
}
