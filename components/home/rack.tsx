import { useTranslations } from 'next-intl';
import type { CSSProperties } from 'react';
import { soonDays } from '@/components/status/ending-words';
import { classes } from '@/components/ui/classes';
import { Link } from '@/components/ui/link';
import { useFormats } from '@/lib/i18n/use-formats';
import { paths } from '@/lib/paths';
import type { Ending } from './home-view';
import { PackageName } from './package-name';
import { packRack, rackMonths } from './rack-view';

const drop = ['1rem', '3.5rem'] as const;

/** What ends in 90 days, hung on a line of time; a list where there is no room for the line. */
export function Rack({ endings, now, isWhole }: { endings: readonly Ending[]; now: number; isWhole: boolean }) {
  const t = useTranslations('home.rack');
  const calendar = useTranslations('calendar');
  const unnamed = useTranslations('home')('unnamed');
  const formats = useFormats();
  const dayOf = ({ endDay, daysLeft }: Ending) =>
    daysLeft <= soonDays ? t('soon', { day: formats.day(endDay, now), days: daysLeft }) : formats.day(endDay, now);
  const nameOf = ({ of }: Ending) => of.name ?? unnamed;
  const { hung, over } = packRack(endings, (ending) => Math.max(nameOf(ending).length, dayOf(ending).length));
  if (endings.length === 0 && !isWhole) return null;
  return (
    <section className="rack-sect" aria-labelledby="rack">
      <div className="sect">
        <h2 id="rack">{t('title')}</h2>
        <p className="end row wrap gap-4">
          {endings.length > 0 && <a href={paths.api.calendar()}>{calendar('addAll')}</a>}
          <Link href={paths.assignments}>{t('all')}</Link>
        </p>
      </div>
      {endings.length === 0 && <p className="mut sm nothing">{t('none')}</p>}
      {endings.length > 0 && (
        <div className="rack">
          <span className="axis" aria-hidden="true" />
          <span className="now" aria-hidden="true" />
          {rackMonths(formats.calendarDay(now)).map(({ day, at }) => (
            <span className="month" key={day} aria-hidden="true" style={{ insetInlineStart: `${at}%` }}>
              {formats.month(day)}
            </span>
          ))}
          <ul>
            {hung.map(({ ending, at, level, before }) => (
              <li
                key={ending.key}
                className={classes('hang', ending.daysLeft <= soonDays && 'ask', before && 'before')}
                style={{ '--at': `${at}%`, '--drop': drop[level] } as CSSProperties}
              >
                <div>
                  <b>
                    <PackageName name={ending.of.name} />
                  </b>
                  <span className="mut">{dayOf(ending)}</span>
                </div>
              </li>
            ))}
            {over.map((ending) => (
              <li key={ending.key} className="left-over">
                <span className="mut">{t('also')}</span>{' '}
                <b>
                  <PackageName name={ending.of.name} />
                </b>{' '}
                <span className="mut">{dayOf(ending)}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}
