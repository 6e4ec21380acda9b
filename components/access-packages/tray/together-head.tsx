import { useTranslations } from 'next-intl';
import { Link } from '@/components/ui/link';
import { paths } from '@/lib/paths';
import { peopleOf, type Scope } from './pairs';
import type { SentRow } from './sent-rows';
import type { TogetherPackage } from './together-package';

interface Props {
  of: readonly TogetherPackage[];
  open: Scope;
  isAlone: boolean;
  isForOthers: boolean;
  /** What was sent, once all is over; null before. */
  sent: readonly SentRow[] | null;
}

/** Way back, and the finding: what is asked for and for how many, or what was sent. */
export function TogetherHead({ of, open, isAlone, isForOthers, sent }: Props) {
  const t = useTranslations('tray');
  const others = useTranslations('for-others');
  const count = open.packages.length;
  const people = peopleOf(
    open.pairs,
    open.packages.map(({ id }) => id),
  ).length;
  const [only] = of;
  return (
    <header>
      <nav className="sm row only-wide mb-3" aria-label={t('wayBack')}>
        <Link className="mut" href={isAlone && only ? paths.accessPackage(only.id) : paths.accessPackages}>
          {isAlone && only ? <bdi>{only.name || t('thisPackage')}</bdi> : t('available')}
        </Link>
      </nav>
      <h1>
        {sent
          ? t('allSent', { count: sent.filter((row) => row.sent.kind === 'sent').length })
          : isAlone && count > 0
            ? others.rich('headingAlone', { name: () => <bdi>{only?.name || t('thisPackage')}</bdi>, people })
            : isForOthers && count > 0
              ? others('heading', { packages: count, people })
              : t('heading', { count })}
      </h1>
      {!sent && count > 0 && <p className="mut mt-1">{t('intro', { count })}</p>}
    </header>
  );
}
