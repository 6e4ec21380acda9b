import { useTranslations } from 'next-intl';
import { Challenge } from '@/components/shell/challenge';
import { ConsentNote } from '@/components/shell/consent-note';
import { MyAccessLink } from '@/components/status/my-access-link';
import type { PortalError } from '@/lib/portal-error';
import type { Standing } from './standing';

interface Props {
  own: boolean;
  missingScope: string | null;
  unread: PortalError | null;
  standing: Standing;
  myAccess: string | null;
}

/** Why the buttons are not there although the request waits, and where it can be decided. */
export function CannotDecide({ own, missingScope, unread, standing, myAccess }: Props) {
  const t = useTranslations('approvals.cannot');
  const link = (key: string) => (
    <p className="sm">{t.rich(key, { link: (chunks) => <MyAccessLink href={myAccess}>{chunks}</MyAccessLink> })}</p>
  );
  if (own) return <p className="note">{t('own')}</p>;
  if (missingScope !== null) {
    return (
      <>
        <ConsentNote scope={missingScope} />
        <p className="sm">{t('whoGrants')}</p>
        {link('inMyAccess')}
      </>
    );
  }
  if (unread && unread.kind !== 'forbidden' && unread.kind !== 'notFound') return <Challenge error={unread} what={t('unread')} />;
  if (standing.kind === 'open') return null;
  return link('notShown');
}
