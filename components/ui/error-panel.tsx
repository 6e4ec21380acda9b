'use client';

import { RefreshCw, TriangleAlert } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { paths } from '@/lib/paths';
import type { PortalError } from '@/lib/portal-error';
import { Button } from './button';
import { CopyButton } from './copy-button';
import { useErrorWords } from './error-words';

interface ErrorPanelProps {
  error: PortalError;
  /** What is missing, as a sentence: "Your access could not be loaded". */
  what?: string;
  /** Try again by loading the screen's data anew. */
  retry?: boolean;
  onRetry?: () => void;
  /** Heading level where the panel is all there is. */
  level?: 1 | 2;
}

const hopeless: readonly PortalError['kind'][] = ['forbidden', 'notFound', 'consentRequired', 'signedOut'];

/** A load that failed, said once and where it belongs: what, why, what was not done, what to do. */
export function ErrorPanel({ error, what, retry, onRetry, level = 2 }: ErrorPanelProps) {
  const t = useTranslations('errors');
  const common = useTranslations('common');
  const router = useRouter();
  const words = useErrorWords()(error);
  const Heading = level === 1 ? 'h1' : 'h2';
  const again = hopeless.includes(error.kind) ? undefined : (onRetry ?? (retry ? () => router.refresh() : undefined));
  return (
    <section className="fault" role="alert">
      <TriangleAlert className="i l" aria-hidden="true" />
      <Heading className="h2">{what ?? words.title}</Heading>
      <p className="mut sm">
        {what && `${words.title}. `}
        {words.text}
      </p>
      <p className="row wrap">
        {again && (
          <Button icon={<RefreshCw className="i s" aria-hidden="true" />} onClick={again}>
            {common('tryAgain')}
          </Button>
        )}
        {error.kind === 'signedOut' && <Button onClick={toSignIn}>{t('signIn')}</Button>}
        {error.kind === 'consentRequired' && <CopyButton text={t('consentMessage', { scope: error.scope })}>{t('askAgain')}</CopyButton>}
        <CopyButton text={details(error)}>{t('details')}</CopyButton>
      </p>
    </section>
  );
}

function toSignIn() {
  window.location.assign(paths.signIn(window.location.pathname + window.location.search));
}

/** What support needs, and nothing of the person: kind, status, Graph's request-id. */
export function details(error: PortalError): string {
  return [
    `latchkey: ${error.kind}`,
    error.kind === 'refused' ? `status: ${error.status} ${error.code}` : '',
    error.kind === 'consentRequired' ? `scope: ${error.scope}` : '',
    error.graphRequestId ? `request-id: ${error.graphRequestId}` : '',
  ]
    .filter(Boolean)
    .join('\n');
}
