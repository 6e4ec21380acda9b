import { cookies } from 'next/headers';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { ToastProvider } from '@/components/ui/toast';
import { config } from '@/lib/config';
import { pickTheme, preferenceCookies } from '@/lib/i18n/locales';
import { AccountMenu } from './account-menu';
import { administrationCookie } from './administration-cookie';
import { approvalsCookie } from './approvals-cookie';
import { ApprovalsProvider } from './approvals-waiting';
import { mainId } from './main-id';
import { Main, PageFrame } from './page-frame';
import { NoticeWatch } from './notices/notice-watch';
import { Rail } from './rail';
import { SearchKeys } from './search-keys';
import { TabBar } from './tab-bar';
import { TimeZone } from './time-zone';
import { TopBar } from './top-bar';

interface Props {
  oid: string;
  /** The command palette; told whether the viewer administers. */
  palette: (administers: boolean) => ReactNode;
  children: ReactNode;
}

/** Frame, leaf and what belongs to every page behind the sign-in. `oid` is the viewer's. */
export async function Shell({ oid, palette, children }: Props) {
  const [t, jar] = await Promise.all([getTranslations('shell'), cookies()]);
  const administers = jar.get(administrationCookie)?.value === oid;
  const sandbox = config().mode === 'sandbox';
  return (
    <ToastProvider>
      <a className="skip" href={`#${mainId}`}>
        {t('skip')}
      </a>
      <ApprovalsProvider approves={jar.get(approvalsCookie)?.value === oid}>
        <PageFrame>
          <Rail administers={administers} sandbox={sandbox} />
          <div className="leaf">
            <TopBar />
            {sandbox && (
              <aside className="sandbox-strip" aria-label={t('sandboxName')}>
                {t.rich('sandbox', { b: (words) => <b>{words}</b> })}
              </aside>
            )}
            <Main>{children}</Main>
          </div>
        </PageFrame>
        <TabBar administers={administers} />
        {palette(administers)}
      </ApprovalsProvider>
      <AccountMenu theme={pickTheme(jar.get(preferenceCookies.theme)?.value)} administers={administers} />
      <TimeZone />
      <NoticeWatch />
      <SearchKeys />
    </ToastProvider>
  );
}
