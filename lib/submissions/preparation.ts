import 'server-only';
import { invalidFields } from '@/lib/auth/invalid-fields';
import { withQuestions } from '@/lib/entitlement/administration';
import { requestsPath } from '@/lib/entitlement/admin-requests';
import { wholeOf } from '@/lib/entitlement/expansion';
import { loadPatternMatcher } from '@/lib/entitlement/pattern-match';
import type { PolicyRequirements } from '@/lib/entitlement/policies';
import type { FormContext, FormRequirements } from '@/lib/entitlement/request-form';
import { wirePolicy } from '@/lib/entitlement/wire/policy';
import { EM } from '@/lib/entitlement/wire/paths';
import { wireRequest } from '@/lib/entitlement/wire/request';
import { wireRequirements } from '@/lib/entitlement/wire/requirements';
import { collection, parseRows } from '@/lib/entitlement/wire/values';
import type { Graph } from '@/lib/graph/graph';
import { query, segment } from '@/lib/graph/odata';
import { PortalFault } from '@/lib/portal-error';
import type { z } from '@/lib/zod';

/** What is read in the one round trip before a write: the rules as they are now, and the requests that are there already. */
export interface Fresh<T> {
  rules: T;
  /** Ids of the first page only; older ones are told apart by their age. */
  seen: string[];
}

/** A requestor's: every policy that admits me; `on`: the list the new request will stand in. Contract §4.3, §4.7. */
export async function freshRequirements(
  graph: Graph,
  packageId: string,
  on: 'target' | 'createdBy' = 'target',
): Promise<Fresh<PolicyRequirements[]>> {
  const [rules, requests] = await graph.batch([
    { method: 'POST', path: `${EM}/accessPackages/${segment(packageId)}/getApplicablePolicyRequirements` },
    { method: 'GET', path: `${EM}/assignmentRequests/filterByCurrentUser(on='${on}')` },
  ]);
  if (rules instanceof Error) throw rules;
  return { rules: parseRows(wireRequirements, await wholeOf(graph, rules)), seen: idsOf(requests) };
}

/** An administrator's: one policy with its questions; null when it is gone. Contract §4.7, §4.12. */
export async function freshPolicy(
  graph: Graph,
  policyId: string,
  packageId: string,
): Promise<Fresh<(FormRequirements & { hasUnknownRequiredQuestion: boolean }) | null>> {
  const [policy, requests] = await graph.batch([
    { method: 'GET', path: `${EM}/assignmentPolicies/${segment(policyId)}${query({ $expand: 'questions' })}` },
    { method: 'GET', path: requestsPath({ accessPackageId: packageId }) },
  ]);
  if (policy instanceof PortalFault && (policy.error.kind === 'notFound' || policy.error.kind === 'refused'))
    return { rules: null, seen: [] };
  if (policy instanceof Error) throw policy;
  return { rules: wirePolicy.parse(await withQuestions(graph, policy)), seen: idsOf(requests) };
}

/** The form's context, with the matcher where a question has a pattern. */
export async function formContext(
  graph: Graph,
  timeZone: string,
  requirements: FormRequirements,
  asAdministrator = false,
): Promise<FormContext> {
  const hasPattern = requirements.questions.some((question) => question.kind === 'text' && question.regexPattern !== null);
  return { now: graph.now(), timeZone, asAdministrator, ...(hasPattern ? { matches: await loadPatternMatcher() } : {}) };
}

/** Throws `invalid` with the issues of a form schema: field → key of `errors.fields`. */
export function checked<T>(schema: z.ZodType<T>, values: unknown): T {
  const parsed = schema.safeParse(values);
  if (parsed.success) return parsed.data;
  throw new PortalFault({ kind: 'invalid', fields: invalidFields(parsed.error) });
}

function idsOf(answer: unknown): string[] {
  return answer instanceof Error ? [] : parseRows(wireRequest, collection(answer)).map(({ id }) => id);
}
