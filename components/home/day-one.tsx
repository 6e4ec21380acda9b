import { useTranslations } from 'next-intl';
import { Link } from '@/components/ui/link';
import { paths } from '@/lib/paths';

const ways = [
  { key: 'find', href: paths.accessPackages },
  { key: 'follow', href: paths.requests },
  { key: 'keep', href: paths.assignments },
] as const;

/** For somebody who has and asked for nothing yet: the three things one can do here. */
export function DayOne() {
  const t = useTranslations('home.dayOne');
  return (
    <section className="day-one" aria-labelledby="day-one">
      <div className="sect">
        <h2 id="day-one">{t('title')}</h2>
      </div>
      <ul className="list">
        {ways.map(({ key, href }) => (
          <li key={key}>
            <p className="b">
              <Link href={href}>{t(key)}</Link>
            </p>
            <p className="sm mut">{t(`${key}Text`)}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
