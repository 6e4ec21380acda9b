import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { stateLooks, type StateWord } from '@/components/status/state-looks';
import { ButtonLink } from '@/components/ui/button';
import { Link } from '@/components/ui/link';
import { Tag } from '@/components/ui/tag';
import { useFormats } from '@/lib/i18n/use-formats';
import type { Waiting } from './home-view';
import { PackageName, RowCut } from './package-name';

/** What asks something of the reader, each with its one action. */
export function WaitingList({ rows, now, isWhole }: { rows: readonly Waiting[]; now: number; isWhole: boolean }) {
  const t = useTranslations('home.waiting');
  if (rows.length === 0 && !isWhole) return null;
  return (
    <section aria-labelledby="waiting">
      <div className="sect">
        <h2 id="waiting">{t('title')}</h2>
      </div>
      {rows.length === 0 ? (
        <p className="mut sm nothing">{t('none')}</p>
      ) : (
        <ul className="list">
          {rows.map((row) => (
            <WaitingRow key={row.key} row={row} now={now} />
          ))}
        </ul>
      )}
    </section>
  );
}

function WaitingRow({ row, now }: { row: Waiting; now: number }) {
  const t = useTranslations('home.waiting');
  const status = useTranslations('status');
  const unnamed = useTranslations('home')('unnamed');
  const formats = useFormats();
  const name = row.of.name ?? unnamed;
  if (row.kind === 'ending') {
    return (
      <Row
        row={row}
        word="endsSoon"
        words={t('ends', { days: row.daysLeft })}
        rest={t('on', { day: formats.weekdayDay(row.endDay, now) })}
        action={
          <ButtonLink size="small" href={row.href} aria-label={t('extendNamed', { name })}>
            {t('extend')}
          </ButtonLink>
        }
      />
    );
  }
  if (row.kind === 'draft') {
    return (
      <Row
        row={row}
        word="draft"
        words={t('draft')}
        rest={t('draftKept', { ...row.when })}
        action={
          <ButtonLink size="small" href={row.href} aria-label={t('continueNamed', { name })}>
            {t('continue')}
          </ButtonLink>
        }
      />
    );
  }
  const { word, sentence } = row.words;
  const denied = word === 'denied' && sentence.values.kind !== 'unknown';
  return (
    <Row
      row={row}
      word={word}
      words={denied ? t('denied') : `${status(`word.${word}`)}.`}
      rest={denied ? t('deniedWhen', sentence.values) : status(`sentence.${sentence.key}`, sentence.values)}
      action={
        <ButtonLink variant="quiet" size="small" href={row.href} aria-label={t('whatNowNamed', { name })}>
          {t('whatNow')}
        </ButtonLink>
      }
    />
  );
}

function Row({ row, word, words, rest, action }: { row: Waiting; word: StateWord; words: string; rest: ReactNode; action: ReactNode }) {
  const { tone, icon } = stateLooks[word];
  return (
    <li className="item">
      <RowCut of={row.of} {...(row.kind === 'draft' ? {} : { tone })} />
      <div>
        <p className="name">
          <Link href={row.href}>
            <PackageName name={row.of.name} />
          </Link>
        </p>
        <p className="sm mut">
          <b className="b">
            <Tag tone={tone} icon={icon} bare>
              {words}
            </Tag>
          </b>{' '}
          {rest}
        </p>
      </div>
      <p className="end">{action}</p>
    </li>
  );
}
