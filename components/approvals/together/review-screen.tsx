import { graphFor, requireViewer } from '@/lib/auth/guard';
import { openDraft } from '@/lib/drafts/drafts';
import { Review } from './review';

/** Many requests decided together. What is chosen lives in the page; the words are kept like any form's. */
export async function ReviewScreen() {
  const viewer = await requireViewer();
  const graph = await graphFor(viewer, 'EntitlementMgmt-SubjectAccess.ReadWrite');
  const draft = await openDraft(viewer, { accessPackageId: '', accessPackageName: '', intent: 'decide', assignmentId: 'together' });
  return (
    <section className="decide" aria-labelledby="approval">
      <Review draft={{ key: draft.key, content: draft.content }} now={graph.now().getTime()} />
    </section>
  );
}
