import { getLocale, getTimeZone, getTranslations } from 'next-intl/server';
import { redirect } from 'next/navigation';
import { Suspense } from 'react';
import { answerChanges } from '@/components/questions/answer-changes';
import { AnswerNews } from '@/components/questions/answer-news';
import { Messages } from '@/components/ui/messages';
import { Challenge } from '@/components/shell/challenge';
import { Cut } from '@/components/status/cut';
import { graphFor, requireViewer } from '@/lib/auth/guard';
import { openDraft } from '@/lib/drafts/drafts';
import { loadPatternMatcher } from '@/lib/entitlement/pattern-match';
import { myAccessUrl } from '@/lib/my-access';
import { paths } from '@/lib/paths';
import { isSameId, type RequestLink } from '@/lib/request-link';
import { AlreadyAsked } from './already-asked';
import { HandOver } from './hand-over';
import { Contents, ContentsSkeleton, PackageContents } from './package-contents';
import { readOffers } from './offers/read-offers';
import { PackageHead } from './package-head';
import { isNotForMe, readPackage } from './package-reading';
import { PolicyFacts } from './policy-facts';
import { RequestForm } from './request-form';
import { typedText } from './typed-text';

/** A name that the list does not give sooner is left out of the form; the heading goes on waiting for it. */
const PATIENCE_MS = 500;

/** The request form of one policy, with everything it is about beside it. `link`: what the address brought along. */
export async function RequestScreen({ id, link }: { id: string; link: RequestLink }) {
  const viewer = await requireViewer();
  const graph = await graphFor(viewer, 'EntitlementMgmt-SubjectAccess.ReadWrite');
  const [t, why, locale, timeZone, reading] = await Promise.all([
    getTranslations('access-packages'),
    getTranslations('request-form'),
    getLocale(),
    getTimeZone(),
    readPackage(viewer, graph, id),
  ]);
  const { policies, standing, contents, named } = reading;
  if (isNotForMe(policies)) redirect(paths.accessPackage(id, link.policyId, link.justification));
  if (!policies.ok) return <Challenge error={policies.error} what={t('packageUnread')} />;
  const { policyId } = link;
  const [only, ...others] = policies.value;
  const policy =
    policyId !== null ? policies.value.find((each) => isSameId(each.policyId, policyId)) : others.length === 0 ? only : undefined;
  // None named, or one that is not open to me: the package's page says so and lets the person choose.
  if (!policy) redirect(paths.accessPackage(id, policyId, link.justification));
  const about = { packageId: id, policy, policies: policies.value, requests: reading.mine.requests };
  const [known, offers] = await Promise.all([
    Promise.race([named, new Promise<null>((resolve) => setTimeout(resolve, PATIENCE_MS, null))]),
    readOffers(viewer, graph, about),
  ]);
  const name = known?.displayName ?? '';
  const draft = await openDraft(viewer, { accessPackageId: id, accessPackageName: name, intent: 'userAdd' });
  const now = graph.now().getTime();
  const matches = await loadPatternMatcher().catch(() => undefined);
  const open = policies.value.map((each) => each.policyId);
  const changes = answerChanges(draft.content, { policy, open, locale, ...(matches ? { matches } : {}) });
  return (
    <div className="page">
      <header>
        <PackageHead named={named} toPackage={id} />
      </header>
      <div className="cols [--cols:minmax(0,40rem)_minmax(15rem,19rem)]">
        <Messages namespaces={['access-packages', 'request-form', 'questions', 'links', 'why-not', 'drafts']}>
          <div>
            {policy.hasUnknownRequiredQuestion ? (
              <HandOver
                myAccess={myAccessUrl(id)}
                typed={draft.content ? typedText(policy.questions, draft.content, why('justification'), locale) : ''}
              />
            ) : standing?.kind === 'onItsWay' ? (
              <AlreadyAsked requestId={standing.requestId} />
            ) : (
              <RequestForm
                packageId={id}
                packageName={name}
                policy={policy}
                draft={{ key: draft.key, content: draft.content }}
                timeZone={timeZone}
                link={link}
                myAccess={myAccessUrl(id)}
                now={now}
                offers={offers}
                news={changes.length > 0 ? <AnswerNews changes={changes} isAgain={draft.content?.policyId === null} /> : null}
              />
            )}
          </div>
        </Messages>
        <aside className="sticky only-wide">
          <div className="panel">
            <Cut packageId={id} size="lg" />
            <Suspense fallback={<ContentsSkeleton />}>
              <Contents reading={contents} as={PackageContents} />
            </Suspense>
            <hr className="my-4 border-line" />
            <PolicyFacts policy={policy} now={now} change={policies.value.length > 1 ? paths.accessPackage(id) : null} />
          </div>
        </aside>
      </div>
    </div>
  );
}
