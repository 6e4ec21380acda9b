import 'server-only';
import type { Viewer } from '@/lib/auth/viewer';
import { myDrafts } from '@/lib/drafts/drafts';
import { loadPatternMatcher } from '@/lib/entitlement/pattern-match';
import { policyRequirementsOf, type PolicyRequirements } from '@/lib/entitlement/policies';
import type { AssignmentRequest } from '@/lib/entitlement/requests';
import { isSameId } from '@/lib/request-link';
import { sentForMyself } from '@/lib/submissions/submit';
import { answerOffers, reasonOffers, type Offers } from './offers';
import { answersOfDrafts, answersOfRequests, ownRequests } from './own-answers';

type Graph = Parameters<typeof policyRequirementsOf>[0];

interface About {
  packageId: string;
  /** The policy of the form, and all that are open. */
  policy: PolicyRequirements;
  policies: readonly PolicyRequirements[];
  requests: readonly AssignmentRequest[];
}

/** Other packages whose questions are asked for, to know what an earlier answer was about; one $batch. */
const MOST_ASKED = 5;
/** So long (ms) the form waits for that. */
const PATIENCE_MS = 500;

/** What I answered before and may use again in this form. A help: what cannot be read is left out. Contract §4.3, §4.7. */
export async function readOffers(viewer: Viewer, graph: Graph, about: About): Promise<Offers> {
  const { packageId, policy, policies, requests } = about;
  if (policy.questions.length === 0 && !policy.isRequestorJustificationRequired) return {};
  const [sent, drafts, matches] = await Promise.all([
    sentForMyself(viewer).catch(() => new Set<string>()),
    myDrafts(viewer).catch(() => []),
    loadPatternMatcher().catch(() => undefined),
  ]);
  const own = ownRequests(requests, viewer.oid, sent);
  const texts = policy.questions.length === 0 ? new Map<string, string>() : await textsOf(graph, own, packageId, policies);
  const earlier = [...answersOfRequests(own, packageId, texts), ...answersOfDrafts(drafts, packageId)];
  const reasons = policy.isRequestorJustificationRequired ? reasonOffers(own, packageId) : [];
  return { ...answerOffers(policy.questions, earlier, matches), ...(reasons.length > 0 ? { justification: reasons } : {}) };
}

/** Question id → what it asks: of this package, and of the packages I answered last where Graph did not keep it with the answer. */
async function textsOf(
  graph: Graph,
  own: readonly AssignmentRequest[],
  packageId: string,
  policies: readonly PolicyRequirements[],
): Promise<Map<string, string>> {
  const known = textsIn(policies);
  const unknown = own.filter(({ answers }) => answers.some(({ questionId, questionText }) => !questionText && !known.has(questionId)));
  const others = [...new Set(unknown.flatMap(({ accessPackage }) => accessPackage?.id ?? []))].filter((id) => !isSameId(id, packageId));
  if (others.length === 0) return known;
  const none = new Map<string, PolicyRequirements[] | null>();
  const read = await Promise.race([
    policyRequirementsOf(graph, others.slice(0, MOST_ASKED)).catch(() => none),
    new Promise<typeof none>((resolve) => setTimeout(resolve, PATIENCE_MS, none)),
  ]);
  return new Map([...textsIn([...read.values()].flatMap((each) => each ?? [])), ...known]);
}

function textsIn(policies: readonly PolicyRequirements[]): Map<string, string> {
  return new Map(policies.flatMap(({ questions }) => questions.map(({ id, text }) => [id, text.text] as const)));
}
