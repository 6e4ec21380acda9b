'use client';

import { useTranslations } from 'next-intl';
import type { PortalError } from '@/lib/portal-error';
import { ConsentNote } from '@/components/shell/consent-note';
import { useErrorWords } from '@/components/ui/error-words';
import { isRefusal, refusalWords } from './admin-view';

/** Why a change was not sent or not taken, where it was tried; a missing consent can be asked for on the spot. */
export function ActionNote({ error }: { error: PortalError }) {
  const t = useTranslations('admin');
  const words = useErrorWords()(error);
  if (error.kind === 'consentRequired') return <ConsentNote scope={error.scope} />;
  return (
    <p className="note stop" role="alert">
      {isRefusal(error) ? t(refusalWords(error)) : t('notTaken', { ...words })}
    </p>
  );
}
