'use client';

import { FlaskConical, Search } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Avatar } from '@/components/people/avatar';
import { PersonName } from '@/components/people/person-name';
import { Link } from '@/components/ui/link';
import { paths } from '@/lib/paths';
import { accountMenuId } from './account-menu';
import { useApprovalsWaiting } from './approvals-waiting';
import { administration, approvals, destinations } from './destinations';
import { FindLink } from './find-link';
import { Logo } from './logo';
import { NavLinks } from './nav-links';
import { PaletteKeyCap } from './search-keys';
import { useViewer } from './viewer-context';

/** The door frame: where one can go, who one is. Icons only between phone and desk. */
export function Rail({ administers, sandbox }: { administers: boolean; sandbox: boolean }) {
  const t = useTranslations('shell');
  const common = useTranslations('common');
  const viewer = useViewer();
  const approves = useApprovalsWaiting().shown;
  // A long address breaks before its domain.
  const at = Math.max(0, viewer.upn.lastIndexOf('@'));
  return (
    <header className="rail">
      <Link href={paths.home} className="logo-link">
        <Logo label={common('product')} />
      </Link>
      <FindLink className="find">
        <Search className="i s" aria-hidden="true" />
        <span>{t('find')}</span>
        <PaletteKeyCap />
      </FindLink>
      <nav className="nav" aria-label={t('main')}>
        <NavLinks places={approves ? [...destinations, approvals] : destinations} />
        {administers && (
          <>
            <h2>{t('nav.administration')}</h2>
            <NavLinks places={administration} />
          </>
        )}
      </nav>
      {sandbox ? (
        <p className="plate">
          <FlaskConical className="i" aria-hidden="true" />
          <span>{t.rich('sandbox', { b: (words) => <b>{words}</b> })}</span>
        </p>
      ) : (
        <span className="plate-room" />
      )}
      <button type="button" className="me" popoverTarget={accountMenuId}>
        <span className="vh">{t('account.title')}</span>
        <Avatar name={viewer.name} />
        <span>
          <PersonName name={viewer.name} address={viewer.upn} />
          <small>
            <bdi>
              {viewer.upn.slice(0, at)}
              <wbr />
              {viewer.upn.slice(at)}
            </bdi>
          </small>
        </span>
      </button>
    </header>
  );
}
