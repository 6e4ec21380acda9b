import { ExternalLink } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { AskAgain } from '@/components/status/ask-again';
import { ButtonLink } from '@/components/ui/button';
import { isCancellable } from '@/lib/entitlement/request-states';
import { paths } from '@/lib/paths';
import { askForItAgain, askForThemAgain } from './actions';
import { CancelRequest } from './cancel-request';
import type { RequestRow } from './request-row';
import { kindOf } from './request-groups';

interface RequestActionsProps {
  row: RequestRow;
  /** The package's page in Microsoft's portal; null where there is none. */
  myAccess: string | null;
  /** It was asked for somebody else. */
  isTheirs: boolean;
  /** Graph's now, UTC ms. */
  now: number;
  size?: 'small';
}

/** What one can do about the request as it stands. */
export function RequestActions({ row, myAccess, isTheirs, now, size }: RequestActionsProps) {
  const t = useTranslations('requests');
  const sized = size ? { size } : {};
  const kind = kindOf(row);
  if (isCancellable(row)) {
    return (
      <CancelRequest
        requestId={row.id}
        accessPackage={row.accessPackage}
        targetId={isTheirs ? (row.target?.objectId ?? null) : null}
        isUpdate={kind !== 'add'}
        now={now}
        {...sized}
      />
    );
  }
  const ended = row.state === 'delivered' && row.held === 'ended';
  const over = ended || row.state === 'denied' || row.state === 'canceled' || row.state === 'deliveryFailed';
  const askAgain =
    over && kind === 'add' && row.accessPackage ? (
      <AskAgain
        offer={isTheirs ? askForThemAgain : askForItAgain}
        isForOthers={isTheirs}
        input={{ requestId: row.id }}
        accessPackageId={row.accessPackage.id}
        label={t('askAgain')}
        {...sized}
      />
    ) : null;
  if (isTheirs) return askAgain;
  if (row.state === 'denied') {
    return (
      <>
        {askAgain}
        {myAccess ? (
          <a className={size ? 'btn primary small' : 'btn primary'} href={myAccess} rel="noreferrer">
            <ExternalLink className="i s" aria-hidden="true" />
            {t('readReason')}
          </a>
        ) : (
          <span className="sm mut">{t('reasonInMyAccess')}</span>
        )}
      </>
    );
  }
  if (row.state === 'delivered' && kind !== 'removal' && row.held !== 'ended') {
    return (
      <ButtonLink href={paths.assignments} {...sized}>
        {t('openAccess')}
      </ButtonLink>
    );
  }
  return askAgain;
}
