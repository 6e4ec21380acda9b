'use client';

import { useTranslations } from 'next-intl';
import { CopyButton } from '@/components/ui/copy-button';
import { details } from '@/components/ui/error-panel';
import { useErrorWords } from '@/components/ui/error-words';
import { Link } from '@/components/ui/link';
import { paths } from '@/lib/paths';
import type { PortalError } from '@/lib/portal-error';
import { reasonOf } from '../refusal-words';
import type { Sent } from './sent-rows';

/** What came of one request, in a sentence, and what to do about it. */
export function SentWords({
  sent,
  short = false,
}: {
  sent: Sent;
  /** Only what happened: the rest stands in the form. */ short?: boolean;
}) {
  const t = useTranslations('tray.sent');
  if (sent.kind === 'error') return <ErrorSentence error={sent.error} short={short} />;
  return <span>{t(`text.${sent.kind}`)}</span>;
}

function ErrorSentence({ error, short }: { error: PortalError; short: boolean }) {
  const t = useTranslations('request-form.answer');
  const tray = useTranslations('tray.sent');
  const words = useErrorWords()(error);
  if (error.kind === 'invalid') return <span>{tray('anotherLook')}</span>;
  if (error.kind === 'alreadyRequested') {
    const { requestId, assignmentId } = error;
    return (
      <span>
        <b>{t(assignmentId ? 'held.title' : 'open.title')}.</b> {requestId && <Link href={paths.request(requestId)}>{t('open.see')}</Link>}
        {!requestId && assignmentId && <Link href={paths.assignmentUpdate(assignmentId)}>{t('held.change')}</Link>}
        {!requestId && !assignmentId && <Link href={paths.requests}>{t('lookAtRequests')}</Link>}
      </span>
    );
  }
  const code = reasonOf(error);
  if (short) return <span>{code ? t(`${code}.title`) : words.title}.</span>;
  return (
    <span>
      <b>{code ? t(`${code}.title`) : words.title}.</b> {code ? t(`${code}.text`) : words.text}{' '}
      {error.graphRequestId && (
        <CopyButton text={details(error)} size="small" variant="quiet">
          {t('details')}
        </CopyButton>
      )}
    </span>
  );
}
