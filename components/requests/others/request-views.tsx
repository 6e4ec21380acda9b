import { useTranslations } from 'next-intl';
import { Link } from '@/components/ui/link';
import { paths } from '@/lib/paths';

const VIEWS = [
  { name: 'mine', to: paths.requests },
  { name: 'others', to: paths.requestsForOthers },
  { name: 'team', to: paths.team },
] as const;

/** What is asked for me, what I asked for others, and where a manager starts. */
export function RequestViews({ at }: { at: (typeof VIEWS)[number]['name'] }) {
  const t = useTranslations('asked-for-others.views');
  return (
    <nav className="views" aria-label={t('label')}>
      {VIEWS.map(({ name, to }) => (
        <Link key={name} href={to} aria-current={name === at ? 'page' : undefined}>
          {t(name)}
        </Link>
      ))}
    </nav>
  );
}
