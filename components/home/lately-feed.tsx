import { CalendarDays, Check, Minus, Send, TriangleAlert, X, type LucideIcon } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { RelativeTime } from '@/components/ui/relative-time';
import type { Lately, LatelyKey } from './lately';

const icons: Record<LatelyKey, LucideIcon> = {
  asked: Send,
  askedForYou: Send,
  askedChange: Send,
  ready: Check,
  extended: CalendarDays,
  changed: Check,
  givenBack: Minus,
  removed: Minus,
  ended: Minus,
  denied: X,
  canceled: X,
  failed: TriangleAlert,
  partly: TriangleAlert,
};

/** The last few things that happened, newest first. */
export function LatelyFeed({ rows, now }: { rows: readonly Lately[]; now: number }) {
  const t = useTranslations('home.lately');
  const unnamed = useTranslations('home')('unnamed');
  return (
    <aside aria-labelledby="lately">
      <div className="sect">
        <h2 id="lately">{t('title')}</h2>
      </div>
      {rows.length === 0 && <p className="mut sm">{t('none')}</p>}
      <ul className="feed">
        {rows.map(({ key, what, packageName, at, who, until }) => {
          const Icon = icons[what];
          return (
            <li key={key}>
              <Icon className="i s" aria-hidden="true" />
              <span>
                {t.rich(what, {
                  name: packageName ?? unnamed,
                  who: who ?? '',
                  until: until ?? '',
                  b: (words: ReactNode) => (
                    <b className="b">
                      <bdi>{words}</bdi>
                    </b>
                  ),
                  person: (words: ReactNode) => <bdi>{words}</bdi>,
                })}
                <RelativeTime value={at} now={now} />
              </span>
            </li>
          );
        })}
      </ul>
    </aside>
  );
}
