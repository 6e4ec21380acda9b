import { useTranslations } from 'next-intl';
import { Link } from '@/components/ui/link';
import { StateTag } from '@/components/status/state-tag';
import { useFormats } from '@/lib/i18n/use-formats';
import { paths } from '@/lib/paths';
import type { Standing } from './standing';
import { standingWords } from './standing-words';

/** My state to one package in words: the tag, and a sentence beside it. `now` is Graph's, UTC ms. */
export function MyStanding({ standing, now }: { standing: Standing | undefined; now: number }) {
  const t = useTranslations('access-packages.mine');
  const formats = useFormats();
  const { tag, lastDay } = standingWords(standing, now, formats);
  if (!standing || !tag) return null;
  const when = (instant: string | null) => (instant ? { ...formats.dayWhen(instant, now) } : { kind: 'unknown', day: '' });
  const requestId = standing.kind === 'denied' || standing.kind === 'failed' ? standing.requestId : null;
  return (
    <p className="row wrap mine">
      <StateTag {...tag} />
      <span className="sm mut">
        {standing.kind === 'held' &&
          (standing.openRequestId ? t('changing') : tag.word === 'endsSoon' && lastDay ? t('until', { day: lastDay }) : '')}
        {standing.kind === 'onItsWay' && t('onItsWay', when(standing.since))}
        {standing.kind === 'ended' && lastDay && t('hadUntil', { day: lastDay })}
        {standing.kind === 'denied' && t('denied', when(standing.decidedDateTime))}
        {standing.kind === 'failed' && t('failed')} {requestId && <Link href={paths.request(requestId)}>{t('seeRequest')}</Link>}
      </span>
    </p>
  );
}
