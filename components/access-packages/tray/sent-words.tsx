'use client';

import { useTranslations } from 'next-intl';
import { useViewer } from '@/components/shell/viewer-context';
import { CopyButton } from '@/components/ui/copy-button';
import { details } from '@/components/ui/error-panel';
import { useErrorWords } from '@/components/ui/error-words';
import { Link } from '@/components/ui/link';
import { paths } from '@/lib/paths';
import type { PortalError } from '@/lib/portal-error';
import { otherReasonOf, reasonOf } from '../refusal-words';
import { isSame } from './pairs';
import type { Sent, SentRow } from './sent-rows';

interface Props {
  sent: Sent;
  person: SentRow['person'];
  /** Only what happened: the rest stands in the form. */
  short?: boolean;
}

/** What came of one request, in a sentence, and what to do about it. */
export function SentWords({ sent, person, short = false }: Props) {
  const t = useTranslations('tray.sent');
  const { oid } = useViewer();
  if (sent.kind !== 'error') return <span>{t(`text.${sent.kind}`)}</span>;
  const isMe = isSame(person.objectId, oid);
  if (sent.error.kind === 'invalid') return <span>{t('anotherLook')}</span>;
  if (sent.error.kind === 'alreadyRequested')
    return isMe ? <MineInTheWay error={sent.error} /> : <TheirsInTheWay error={sent.error} person={person} />;
  return isMe ? <Mine error={sent.error} short={short} /> : <Theirs error={sent.error} person={person} short={short} />;
}

type InTheWay = Extract<PortalError, { kind: 'alreadyRequested' }>;

function MineInTheWay({ error: { requestId, assignmentId } }: { error: InTheWay }) {
  const t = useTranslations('request-form.answer');
  return (
    <span>
      <b>{t(assignmentId ? 'held.title' : 'open.title')}.</b> {requestId && <Link href={paths.request(requestId)}>{t('open.see')}</Link>}
      {!requestId && assignmentId && <Link href={paths.assignmentUpdate(assignmentId)}>{t('held.change')}</Link>}
      {!requestId && !assignmentId && <Link href={paths.requests}>{t('lookAtRequests')}</Link>}
    </span>
  );
}

/** What I asked for them is all that I may read of theirs. */
function TheirsInTheWay({ error: { requestId }, person }: { error: InTheWay; person: SentRow['person'] }) {
  const t = useTranslations('for-others.refused');
  const answer = useTranslations('request-form.answer');
  return (
    <span>
      <b>{t.rich('asked.title', { name: () => <bdi>{person.displayName}</bdi> })}.</b>{' '}
      {requestId && <Link href={paths.request(requestId)}>{answer('open.see')}</Link>}
    </span>
  );
}

function Mine({ error, short }: { error: PortalError; short: boolean }) {
  const t = useTranslations('request-form.answer');
  const words = useErrorWords()(error);
  const code = reasonOf(error);
  if (short) return <span>{code ? t(`${code}.title`) : words.title}.</span>;
  return (
    <span>
      <b>{code ? t(`${code}.title`) : words.title}.</b> {code ? t(`${code}.text`) : words.text} <Details error={error} />
    </span>
  );
}

function Theirs({ error, person, short }: { error: PortalError; person: SentRow['person']; short: boolean }) {
  const t = useTranslations('for-others.refused');
  const answer = useTranslations('request-form.answer');
  const words = useErrorWords()(error);
  const code = otherReasonOf(error);
  const name = () => <bdi>{person.displayName}</bdi>;
  if (code === 'gone') {
    const gone = answer('gone.title');
    return short ? (
      <span>{gone}.</span>
    ) : (
      <span>
        <b>{gone}.</b> {answer('gone.text')} <Details error={error} />
      </span>
    );
  }
  const title = code ? t.rich(`${code}.title`, { name }) : words.title;
  if (short) return <span>{title}.</span>;
  return (
    <span>
      <b>{title}.</b> {code ? t(`${code}.text`) : words.text} <Details error={error} />
    </span>
  );
}

function Details({ error }: { error: PortalError }) {
  const t = useTranslations('request-form.answer');
  if (!error.graphRequestId) return null;
  return (
    <CopyButton text={details(error)} size="small" variant="quiet">
      {t('details')}
    </CopyButton>
  );
}
