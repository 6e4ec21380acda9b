import { useTranslations } from 'next-intl';
import { StateTag } from '@/components/status/state-tag';
import { ButtonLink } from '@/components/ui/button';
import { useFormats } from '@/lib/i18n/use-formats';
import { paths } from '@/lib/paths';
import { signatureOf, type Followed } from './follow-request';
import { RequestWatch } from './request-watch';
import { unlistedAge } from './unlisted-age';

type Unlisted = Extract<Followed, { kind: 'unlisted' }>;

/** What our own submission says while Graph's list does not hold the request, yet or any more. Never "not found" for something just sent. */
export function UnlistedRequest({ id, found, now }: { id: string; found: Unlisted; now: number }) {
  const t = useTranslations('requests');
  const status = useTranslations('status.word');
  const sent = found.outcome === 'sent';
  const age = unlistedAge(found.sentAt, now);
  const dropped = sent && age === 'dropped';
  const sentText = age === 'dropped' || age === 'long' ? t(`unlisted.${age}`) : t('unlisted.text');
  const title = found.outcome === 'unknown' ? t('pendingOutcome.unknownTitle') : t('pendingOutcome.title');
  const text = found.outcome === 'unknown' ? t('pendingOutcome.unknownText') : t('pendingOutcome.text');
  return (
    <>
      <header className="head-one">
        <p className="row wrap">
          {sent && !dropped && <StateTag word="submitted" />}
          {sent && <SentAt sentAt={found.sentAt} now={now} />}
        </p>
        <h1>{sent ? <bdi>{found.package?.name || t('unknownPackage')}</bdi> : title}</h1>
        <p className="mut">{sent ? sentText : text}</p>
      </header>
      {!dropped && <RequestWatch id={id} signature={signatureOf(found)} state={sent ? status('submitted') : title} watching />}
      <p className="row wrap foot-line">
        <ButtonLink href={paths.requests}>{t('missing.action')}</ButtonLink>
      </p>
    </>
  );
}

function SentAt({ sentAt, now }: { sentAt: string | null; now: number }) {
  const t = useTranslations('requests');
  const formats = useFormats();
  if (sentAt === null || unlistedAge(sentAt, now) === 'justNow') return <span className="sm mut">{t('step.justNow')}</span>;
  return (
    <time className="sm mut" dateTime={sentAt} title={formats.instant(sentAt)}>
      {t('sentAt', { ...formats.dayWhen(sentAt, now), time: formats.time(sentAt) })}
    </time>
  );
}
