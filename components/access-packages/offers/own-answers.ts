import type { Draft, Taken } from '@/lib/drafts/drafts';
import { isOwnRequest, type AssignmentRequest } from '@/lib/entitlement/requests';
import { isSameId } from '@/lib/request-link';

/** One answer that I gave before. */
export interface OwnAnswer {
  questionId: string;
  /** What the question asked; empty where nobody said. */
  text: string;
  values: string[];
  /** What people read, beside values; the same where they are words. */
  inWords: string[];
  packageId: string | null;
  from: Taken;
}

const TYPES = ['userAdd', 'userUpdate'];

/** My requests that say something, newest first. */
export function ownRequests(requests: readonly AssignmentRequest[], oid: string, sentForMyself: ReadonlySet<string>): AssignmentRequest[] {
  const at = ({ createdDateTime }: AssignmentRequest) => (createdDateTime ? Date.parse(createdDateTime) || 0 : 0);
  return requests
    .filter((request) => TYPES.includes(request.requestType) && (request.answers.length > 0 || request.justification))
    .filter((request) => isOwnRequest(request, oid, sentForMyself))
    .toSorted((a, b) => at(b) - at(a));
}

/** Their answers. `texts`: question id → what it asks, where Graph did not keep it with the answer. */
export function answersOfRequests(own: readonly AssignmentRequest[], packageId: string, texts: ReadonlyMap<string, string>): OwnAnswer[] {
  return own.flatMap((request) =>
    request.answers.map(({ questionId, questionText, values, displayValues }) => ({
      questionId,
      text: questionText ?? texts.get(questionId) ?? '',
      values,
      inWords: values.map((value, at) => displayValues[at] ?? value),
      packageId: request.accessPackage?.id ?? null,
      from: fromRequest(request, packageId),
    })),
  );
}

/** Where words of this request come from, as a form for this package says it. */
export function fromRequest({ accessPackage, createdDateTime }: AssignmentRequest, packageId: string): Taken {
  return {
    kind: 'request',
    at: createdDateTime,
    from: accessPackage && isSameId(accessPackage.id, packageId) ? '' : (accessPackage?.displayName ?? ''),
  };
}

/** What stands in my drafts for other packages, newest first. */
export function answersOfDrafts(drafts: readonly Draft[], packageId: string): OwnAnswer[] {
  return drafts
    .filter(({ intent, accessPackageId }) => intent !== 'together' && !isSameId(accessPackageId, packageId))
    .flatMap(({ content, accessPackageId, accessPackageName }) =>
      Object.entries(content?.answers ?? {}).map(([questionId, given]) => {
        const asked = content?.asked?.[questionId];
        const values = given.filter((value) => value.trim() !== '');
        return {
          questionId,
          text: asked?.text ?? '',
          values,
          inWords: values.map((value, at) => asked?.chosen?.[at] ?? value),
          packageId: accessPackageId,
          from: { kind: 'draft' as const, at: null, from: accessPackageName },
        };
      }),
    );
}
