'use client';

import { useTranslations } from 'next-intl';
import { ErrorSummary } from '@/components/form/error-summary';
import { details } from '@/components/ui/error-panel';
import { CopyButton } from '@/components/ui/copy-button';
import type { PortalError } from '@/lib/portal-error';

interface Props {
  error: PortalError;
  attempt: number;
  /** The same package in My Access; null where there is no such page. */
  myAccess: string | null;
  /** What stands in the form, as text to take along. */
  typed: () => string;
}

/**
 * A refusal whose code says nothing (contract §1.4, §9). What could be read again was read: no open request and no access is in the way. What
 * remains shows only on sending (contract §4.3, §4.11), and My Access can go on from there.
 */
export function RefusedNote({ error, attempt, myAccess, typed }: Props) {
  const t = useTranslations('why-not');
  return (
    <ErrorSummary faults={[]} title={t('refused.title')} text={t('refused.text')} attempt={attempt}>
      <p className="sm mut">{t('refused.myAccess')}</p>
      <p className="row wrap">
        {myAccess && (
          <a className="btn small" href={myAccess}>
            {t('openMyAccess')}
          </a>
        )}
        <CopyButton text={typed} size="small">
          {t('copyTyped')}
        </CopyButton>
        {error.graphRequestId && (
          <CopyButton text={details(error)} size="small">
            {t('details')}
          </CopyButton>
        )}
      </p>
    </ErrorSummary>
  );
}
