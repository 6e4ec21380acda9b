import { getTranslations } from 'next-intl/server';
import { Challenge } from '@/components/shell/challenge';
import { Cut } from '@/components/status/cut';
import { Link } from '@/components/ui/link';
import { paths } from '@/lib/paths';
import type { HomeLoad } from './load-home';

const MOST = 5;

/** On day one: a few of what the reader may ask for, after everything else has come. Nothing where nothing is open. */
export async function OpenToYou({ load }: { load: HomeLoad }) {
  const [t, read] = await Promise.all([getTranslations('drafts.home.open'), load.packages()]);
  if (!read.ok) return <Challenge error={read.error} what={t('failed')} />;
  const shown = read.value.rows.filter(({ isHidden }) => !isHidden).slice(0, MOST);
  if (shown.length === 0) return null;
  return (
    <section className="day-one next-sect" aria-labelledby="open-to-you">
      <div className="sect">
        <h2 id="open-to-you">{t('title')}</h2>
        <Link className="end" href={paths.accessPackages}>
          {t('all')}
        </Link>
      </div>
      <ul className="list">
        {shown.map(({ id, displayName, description }) => (
          <li className="item" key={id}>
            <Cut packageId={id} />
            <div>
              <p className="name">
                <Link href={paths.accessPackage(id)}>
                  <bdi>{displayName}</bdi>
                </Link>
              </p>
              <p className="sm mut">
                <bdi>{description}</bdi>
              </p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
