import { useTranslations } from 'next-intl';
import { Cut } from '@/components/status/cut';
import { StateTag } from '@/components/status/state-tag';
import { Link } from '@/components/ui/link';
import { useFormats } from '@/lib/i18n/use-formats';
import { aboutDuration } from '@/lib/iso-duration';
import { paths } from '@/lib/paths';
import { isBySystem } from './request-groups';
import type { RequestRow } from './request-row';
import { askingOf, rowTone, rowWords } from './request-words';

interface RequestListItemProps {
  row: RequestRow;
  /** Graph's now, UTC ms. */
  now: number;
  oid: string;
  /** A later request took the access back. */
  takenBack: boolean;
}

/** One request: its key, what happens next or what came of it, when it was asked. The whole row opens it. */
export function RequestListItem({ row, now, oid, takenBack }: RequestListItemProps) {
  const t = useTranslations('requests');
  const formats = useFormats();
  const words = rowWords(row, now, formats);
  return (
    <li className="item rq" data-id={row.id}>
      <Cut packageId={row.accessPackage?.id ?? row.id} tone={takenBack ? 'over' : rowTone(row, words)} />
      <div className="grow">
        <p className="name">
          <Link href={paths.request(row.id)}>
            <bdi>{row.accessPackage?.displayName ?? t('unknownPackage')}</bdi>
          </Link>
        </p>
        <p className="sub">
          <Asked row={row} oid={oid} />
          {!takenBack && <Sentence row={row} now={now} />}
        </p>
      </div>
      <p className="when n">
        <When row={row} />
      </p>
      <p className="st">
        <StateTag word={words.word} />
      </p>
    </li>
  );
}

function Sentence({ row, now }: { row: RequestRow; now: number }) {
  const t = useTranslations('requests');
  const status = useTranslations('status.sentence');
  const formats = useFormats();
  const { key, values } = rowWords(row, now, formats).sentence;
  if (row.accessPackage === null && row.state === 'delivered') return t('unknownPackageHint');
  if (row.slow) return t('slow', { elapsed: formats.duration(aboutDuration(row.slow.elapsedMs)) });
  return status(key, values);
}

function Asked({ row, oid }: { row: RequestRow; oid: string }) {
  const t = useTranslations('requests');
  const asking = askingOf(row, oid, t('someoneElse'));
  if (!asking) return null;
  return t.rich(asking.kind === 'forMe' ? 'askedForMe' : 'askedForThem', { name: () => <bdi>{asking.name}</bdi> });
}

/** When it was asked; where nobody asked, the bare day. */
function When({ row }: { row: RequestRow }) {
  const t = useTranslations('requests');
  const formats = useFormats();
  const bySystem = isBySystem(row);
  const at = (bySystem && row.completedDateTime) || row.createdDateTime;
  if (at === null) return bySystem ? null : t('askedJustNow');
  const short = formats.dayMonth(at);
  return (
    <time dateTime={at} title={formats.instant(at)}>
      <span className="only-wide">{bySystem ? short : t('asked', { day: short })}</span>
      <span className="only-narrow">{short}</span>
    </time>
  );
}
