import { getTranslations } from 'next-intl/server';
import { firstName } from '@/components/people/initials';
import type { Viewer } from '@/lib/auth/viewer';
import { openDraft } from '@/lib/drafts/drafts';
import type { Graph } from '@/lib/graph/graph';
import { myAccessUrl } from '@/lib/my-access';
import { myDecisionOn } from '@/lib/submissions/decisions';
import { stageSubject } from '@/lib/submissions/stage-subject';
import { ApprovalHead } from './approval-head';
import { isOwn, oldestFirst, toApprovalRow } from './approval-row';
import { CannotDecide } from './cannot-decide';
import { Decision } from './decision';
import { readFacts } from './read-facts';
import { firstPending, type Reading } from './read-approval';
import { RequestFacts } from './request-facts';
import { SettledHead } from './settled-head';
import { isSettled, signatureOf, standingOf } from './standing';

/** The request with everything that helps deciding, and at its foot the words and the buttons, or why there are none. */
export async function ApprovalPanel({ viewer, graph, id, reading }: { viewer: Viewer; graph: Graph; id: string; reading: Reading }) {
  const { request, approval, unread, missingScope } = reading;
  const t = await getTranslations('approvals');
  const now = graph.now().getTime();
  const standing = standingOf(request !== null, approval);
  const own = request !== null && isOwn(request, viewer.oid);
  const waiting = isSettled(standing, own) ? null : request;
  const [facts, mine, list] = await Promise.all([
    waiting && readFacts(viewer, graph, waiting, approval),
    myDecisionOn(viewer, id),
    firstPending(),
  ]);
  const others = list.ok ? oldestFirst(list.value.rows.map((row) => toApprovalRow(row, viewer.oid))).filter((row) => row.id !== id) : [];
  const open = request && standing.kind === 'open' && !own && missingScope === null ? await openForm(viewer, id, standing.stageId) : null;
  const target = request?.target ?? null;
  const next = others[0] ? { id: others[0].id, name: others[0].requestor } : null;
  return (
    <>
      <div className="body">
        {waiting && facts ? (
          <>
            <ApprovalHead request={waiting} standing={standing} now={now} />
            <RequestFacts request={waiting} approval={approval} standing={standing} facts={facts} now={now} />
          </>
        ) : (
          <SettledHead viewer={viewer} graph={graph} id={id} standing={standing} mine={mine} now={now} next={next} unread={unread} />
        )}
      </div>
      <Decision
        key={id}
        approvalId={id}
        signature={signatureOf(request !== null, approval)}
        open={open}
        about={{
          accessPackageId: request?.accessPackage?.id ?? null,
          accessPackageName: request?.accessPackage?.displayName ?? null,
          targetId: target?.objectId ?? null,
          targetName: target?.displayName ?? null,
          assignmentId: request?.assignmentId ?? null,
        }}
        requestor={request?.requestor?.displayName || target?.displayName || t('somebody')}
        addressee={firstName(request?.requestor?.displayName ?? '') ?? request?.requestor?.displayName ?? null}
        now={now}
      >
        {waiting && <CannotDecide own={own} missingScope={missingScope} unread={unread} standing={standing} myAccess={myAccessUrl()} />}
      </Decision>
    </>
  );
}

/** The stage's draft: its key is the decision's, shared by every tab. Without the store nothing could be sent once. */
async function openForm(viewer: Viewer, requestId: string, stageId: string) {
  const of = { accessPackageId: '', accessPackageName: '', intent: 'decide', assignmentId: stageSubject(requestId, stageId) } as const;
  const { key, content } = await openDraft(viewer, of);
  return { requestId, stageId, draftKey: key, text: content?.justification ?? '' };
}
