import { Link2 } from 'lucide-react';
import { getTranslations } from 'next-intl/server';
import { Suspense } from 'react';
import { CopyButton } from '@/components/ui/copy-button';
import { Link } from '@/components/ui/link';
import { Messages } from '@/components/ui/messages';
import { Challenge } from '@/components/shell/challenge';
import { Cut } from '@/components/status/cut';
import { graphFor, requireViewer } from '@/lib/auth/guard';
import { config } from '@/lib/config';
import { getFormats } from '@/lib/i18n/get-formats';
import { myAccessUrl } from '@/lib/my-access';
import { paths } from '@/lib/paths';
import type { RequestLink } from '@/lib/request-link';
import { Asking } from './asking';
import { MyStanding } from './my-standing';
import { NotForMe } from './not-for-me';
import { Contents, ContentsLine, ContentsSkeleton, PackageContents } from './package-contents';
import { PackageHead } from './package-head';
import { isNotForMe, readPackage } from './package-reading';
import { standingWords } from './standing-words';

/** One package: what it is, my state, the ways to ask. One round trip to Graph; its name may stream in. `link`: what the address brought along. */
export async function PackageScreen({ id, link }: { id: string; link: RequestLink }) {
  const viewer = await requireViewer();
  const graph = await graphFor(viewer, 'EntitlementMgmt-SubjectAccess.ReadWrite');
  const [t, others, formats, reading] = await Promise.all([
    getTranslations('access-packages'),
    getTranslations('for-others'),
    getFormats(),
    readPackage(viewer, graph, id),
  ]);
  const { policies, mine, standing, contents, named } = reading;
  const now = graph.now().getTime();
  if (isNotForMe(policies) && standing?.kind !== 'held' && standing?.kind !== 'onItsWay')
    return <NotForMe id={id} viewer={viewer} asked={link} />;
  if (!policies.ok && !isNotForMe(policies)) return <Challenge error={policies.error} what={t('packageUnread')} />;
  const address = new URL(paths.accessPackage(id), config().origin).href;
  return (
    <div className="page">
      <header className="row wrap items-start gap-6">
        <PackageHead named={named}>
          <MyStanding standing={standing} now={now} />
          <Suspense fallback={null}>
            <Contents reading={contents} as={ContentsLine} />
          </Suspense>
        </PackageHead>
        <div className="only-wide">
          <CopyButton text={address} variant="plain" size="small">
            <Link2 className="i" aria-hidden="true" /> {t('copyLink')}
          </CopyButton>
        </div>
      </header>
      <div className="cols">
        <Messages namespaces={['access-packages', 'questions', 'links']}>
          <div>
            <Asking
              packageId={id}
              policies={policies.ok ? policies.value : []}
              standing={standing}
              link={link}
              mine={mine}
              myAccess={myAccessUrl(id)}
              now={now}
            />
            {policies.ok && policies.value.length > 0 && (
              <p className="mt-6">
                <Link href={paths.forOthers(id)}>{others('entry')}</Link>
              </p>
            )}
          </div>
        </Messages>
        <aside>
          <div className="panel only-wide">
            <Cut packageId={id} size="lg" tone={standingWords(standing, now, formats).tone} />
            <Suspense fallback={<ContentsSkeleton />}>
              <Contents reading={contents} as={PackageContents} />
            </Suspense>
          </div>
          <div className="only-narrow">
            <CopyButton text={address} variant="plain" size="small">
              {t('copyLink')}
            </CopyButton>
          </div>
        </aside>
      </div>
    </div>
  );
}
