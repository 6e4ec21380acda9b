import { useTranslations } from 'next-intl';
import { StateTag } from '@/components/status/state-tag';
import { ButtonLink } from '@/components/ui/button';
import { paths } from '@/lib/paths';
import { signatureOf, type Followed } from './follow-request';
import { RequestWatch } from './request-watch';

/** What our own submission says while Graph's list does not hold the request yet. Never "not found" for something just sent. */
export function UnlistedRequest({ id, found }: { id: string; found: Extract<Followed, { kind: 'unlisted' }> }) {
  const t = useTranslations('requests');
  const status = useTranslations('status.word');
  const sent = found.outcome === 'sent';
  const title = found.outcome === 'unknown' ? t('pendingOutcome.unknownTitle') : t('pendingOutcome.title');
  const text = found.outcome === 'unknown' ? t('pendingOutcome.unknownText') : t('pendingOutcome.text');
  return (
    <>
      <header className="head-one">
        <p className="row wrap">
          {sent && <StateTag word="submitted" />}
          {sent && <span className="sm mut">{t('step.justNow')}</span>}
        </p>
        <h1>{sent ? <bdi>{found.package?.name || t('unknownPackage')}</bdi> : title}</h1>
        <p className="mut">{sent ? t('unlisted.text') : text}</p>
      </header>
      <RequestWatch id={id} signature={signatureOf(found)} state={sent ? status('submitted') : title} watching />
      <p className="row wrap foot-line">
        <ButtonLink href={paths.requests}>{t('missing.action')}</ButtonLink>
      </p>
    </>
  );
}
