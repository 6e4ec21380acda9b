import { useTranslations } from 'next-intl';
import { StateTag } from '@/components/status/state-tag';
import { Link } from '@/components/ui/link';
import { paths } from '@/lib/paths';
import type { OnItsWay } from './home-view';
import { PackageName, RowCut } from './package-name';
import { onItsWayRows } from './stands-at';

/** Requests that move without the reader. */
export function OnItsWayList({ rows, isWhole }: { rows: readonly OnItsWay[]; isWhole: boolean }) {
  const t = useTranslations('home.onItsWay');
  const status = useTranslations('status');
  if (rows.length === 0 && !isWhole) return null;
  return (
    <section className="next-sect" aria-labelledby="on-its-way">
      <div className="sect">
        <h2 id="on-its-way">{t('title')}</h2>
        <Link className="end" href={paths.requests}>
          {t('all')}
        </Link>
      </div>
      {rows.length === 0 ? (
        <p className="mut sm nothing">{t('none')}</p>
      ) : (
        <ul className="list" id={onItsWayRows}>
          {rows.map(({ key, of, href, words }) => (
            <li className="item" key={key} data-id={key}>
              <RowCut of={of} tone="wait" />
              <div>
                <p className="name">
                  <Link href={href}>
                    <PackageName name={of.name} />
                  </Link>
                </p>
                <p className="sm mut">
                  {words.askedBy && `${status('askedBy', { name: words.askedBy })} `}
                  {status(`sentence.${words.sentence.key}`, words.sentence.values)}
                </p>
              </div>
              <p className="end">
                <StateTag word={words.word} />
              </p>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
