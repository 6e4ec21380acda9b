'use client';

import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { Link } from '@/components/ui/link';
import { useApprovalsWaiting } from './approvals-waiting';
import { currentDestination, type Destination } from './destinations';

/** Links to places; the present one carries the bolt. */
export function NavLinks({ places }: { places: readonly Destination[] }) {
  const t = useTranslations('shell.nav');
  const here = currentDestination(usePathname());
  return places.map(({ key, href, icon: Icon }) => (
    <Link key={key} href={href} aria-current={here?.key === key ? 'page' : undefined}>
      <Icon className="i" aria-hidden="true" />
      <span className="name">{t(key)}</span>
      {key === 'approvals' && <Count />}
    </Link>
  ));
}

/** How many wait: warm, for it asks the reader. Nothing where nothing waits or nothing is known. */
function Count() {
  const t = useTranslations('shell');
  const { waiting } = useApprovalsWaiting();
  if (!waiting || waiting.count === 0) return null;
  const { count, more } = waiting;
  return (
    <span className="count ask">
      <span aria-hidden="true">{more ? t('countMore', { count }) : count}</span>
      <span className="vh">{t(more ? 'waitForYouMore' : 'waitForYou', { count })}</span>
    </span>
  );
}
