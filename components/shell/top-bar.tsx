'use client';

import { ChevronLeft, Search } from 'lucide-react';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { Avatar } from '@/components/people/avatar';
import { Link } from '@/components/ui/link';
import { paths } from '@/lib/paths';
import { accountMenuId } from './account-menu';
import { currentDestination } from './destinations';
import { FindLink } from './find-link';
import { Logo } from './logo';
import { useViewer } from './viewer-context';

/** The phone's top bar: logo on the places, back and the place's name on pages below them; find and account. */
export function TopBar() {
  const t = useTranslations('shell');
  const common = useTranslations('common');
  const viewer = useViewer();
  const pathname = usePathname();
  const place = currentDestination(pathname);
  const below = place && place.href !== pathname ? place : null;
  return (
    <header className="top">
      {below ? (
        <>
          <Link className="tap back" href={below.href} aria-label={t('backTo', { place: t(`nav.${below.key}`) })}>
            <ChevronLeft className="i flip" aria-hidden="true" />
          </Link>
          <span className="ttl">{t(`nav.${below.key}`)}</span>
        </>
      ) : (
        <Link href={paths.home} className="logo-link">
          <Logo label={common('product')} />
        </Link>
      )}
      <FindLink className="tap" aria-label={t('find')}>
        <Search className="i" aria-hidden="true" />
      </FindLink>
      <button type="button" className="tap" popoverTarget={accountMenuId}>
        <span className="vh">{t('account.open', { name: viewer.name })}</span>
        <Avatar name={viewer.name} />
      </button>
    </header>
  );
}
