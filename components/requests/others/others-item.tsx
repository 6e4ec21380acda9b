import { useTranslations } from 'next-intl';
import { Cut } from '@/components/status/cut';
import type { RequestWords } from '@/components/status/request-words';
import { StateTag } from '@/components/status/state-tag';
import { Link } from '@/components/ui/link';
import { useFormats } from '@/lib/i18n/use-formats';
import { paths } from '@/lib/paths';
import type { RequestRow } from '../request-row';
import { rowTone, rowWords } from '../request-words';
import { theirSentence } from './theirs';

/** One request for somebody else: for whom, what happens next or what came of it, when it was asked. The whole row opens it. */
export function OthersItem({ row, now }: { row: RequestRow; /** Graph's now, UTC ms. */ now: number }) {
  const t = useTranslations('asked-for-others');
  const requests = useTranslations('requests');
  const formats = useFormats();
  const words = rowWords(row, now, formats);
  const name = row.target?.displayName || row.target?.email;
  return (
    <li className="item rq" data-id={row.id}>
      <Cut packageId={row.accessPackage?.id ?? row.id} tone={rowTone(row, words)} />
      <div className="grow">
        <p className="name">
          <Link href={paths.request(row.id)}>
            <bdi>{row.accessPackage?.displayName ?? requests('unknownPackage')}</bdi>
          </Link>
        </p>
        <p className="sub">
          {name ? requests.rich('askedForThem', { name: () => <bdi className="b">{name}</bdi> }) : `${t('unknownPerson')} `}
          <Sentence words={words.sentence} />
        </p>
      </div>
      <p className="when n">
        {row.createdDateTime === null ? (
          requests('askedJustNow')
        ) : (
          <time dateTime={row.createdDateTime} title={formats.instant(row.createdDateTime)}>
            <span className="only-wide">{requests('asked', { day: formats.dayMonth(row.createdDateTime) })}</span>
            <span className="only-narrow">{formats.dayMonth(row.createdDateTime)}</span>
          </time>
        )}
      </p>
      <p className="st">
        <StateTag word={words.word} />
      </p>
    </li>
  );
}

function Sentence({ words: { key, values } }: { words: RequestWords['sentence'] }) {
  const t = useTranslations('asked-for-others.sentence');
  const status = useTranslations('status.sentence');
  const theirs = theirSentence(key);
  return theirs ? t(theirs, values) : status(key, values);
}
