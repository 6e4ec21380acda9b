import { useTranslations } from 'next-intl';
import { ButtonLink } from '@/components/ui/button';
import { useFormats } from '@/lib/i18n/use-formats';
import { DraftRow, TrayRow } from './begun-row';
import type { Waiting } from './home-view';
import { LetEndButton } from './let-end-button';
import { waitingHeading } from './stands-at';
import { WaitingItem } from './waiting-item';

type RowOf<K extends Waiting['kind']> = Extract<Waiting, { kind: K }>;

/** What asks something of the reader, each with what can be done about it. */
export function WaitingList({ rows, now, isWhole }: { rows: readonly Waiting[]; now: number; isWhole: boolean }) {
  const t = useTranslations('home.waiting');
  if (rows.length === 0 && !isWhole) return null;
  return (
    <section aria-labelledby={waitingHeading}>
      <div className="sect">
        <h2 id={waitingHeading} tabIndex={-1}>
          {t('title')}
        </h2>
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
  switch (row.kind) {
    case 'toDecide':
      return <ToDecideRow row={row} />;
    case 'ending':
      return <EndingRow row={row} now={now} />;
    case 'draft':
      return <DraftRow row={row} />;
    case 'tray':
      return <TrayRow row={row} />;
    case 'answered':
      return <AnsweredRow row={row} />;
  }
}

function ToDecideRow({ row }: { row: RowOf<'toDecide'> }) {
  const t = useTranslations('drafts.home');
  return (
    <WaitingItem
      row={row}
      title={t('toDecide', { count: row.count, more: String(row.more) })}
      word="waitsForYou"
      words={useTranslations('status.word')('waitsForYou')}
      rest=""
      action={
        <ButtonLink size="small" href={row.href}>
          {t('decide')}
        </ButtonLink>
      }
    />
  );
}

function EndingRow({ row, now }: { row: RowOf<'ending'>; now: number }) {
  const t = useTranslations('home.waiting');
  const unnamed = useTranslations('home')('unnamed');
  const formats = useFormats();
  const name = row.of.name ?? unnamed;
  return (
    <WaitingItem
      row={row}
      word="endsSoon"
      words={t('ends', { days: row.daysLeft })}
      rest={t('on', { day: formats.weekdayDay(row.endDay, now) })}
      action={
        <>
          <ButtonLink size="small" href={row.href} aria-label={t('extendNamed', { name })}>
            {t('extend')}
          </ButtonLink>
          <LetEndButton assignmentId={row.key} endDateTime={row.endDateTime} name={name} />
        </>
      }
    />
  );
}

function AnsweredRow({ row }: { row: RowOf<'answered'> }) {
  const t = useTranslations('home.waiting');
  const status = useTranslations('status');
  const unnamed = useTranslations('home')('unnamed');
  const { word, sentence } = row.words;
  const denied = word === 'denied' && sentence.values.kind !== 'unknown';
  return (
    <WaitingItem
      row={row}
      word={word}
      words={denied ? t('denied') : `${status(`word.${word}`)}.`}
      rest={denied ? t('deniedWhen', sentence.values) : status(`sentence.${sentence.key}`, sentence.values)}
      action={
        <ButtonLink variant="quiet" size="small" href={row.href} aria-label={t('whatNowNamed', { name: row.of.name ?? unnamed })}>
          {t('whatNow')}
        </ButtonLink>
      }
    />
  );
}
