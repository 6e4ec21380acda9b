import type { Viewer } from '@/lib/auth/viewer';
import type { AssignmentRequest } from '@/lib/entitlement/requests';
import { openDraft, saveDraft, type DraftContent, type TogetherContent } from './drafts';

/** What an earlier request said, as the content of a draft. Its dates are past: the period starts afresh. */
export function draftContentOf(request: Pick<AssignmentRequest, 'answers' | 'justification'>): DraftContent {
  return {
    policyId: null,
    answers: Object.fromEntries(request.answers.map((answer) => [answer.questionId, answer.values])),
    justification: request.justification ?? '',
    period: null,
    timeZone: null,
  };
}

/** Offers what I wrote the last time in the draft of a new request. A draft that already holds something is left as it is. */
export async function offerAgain(
  viewer: Viewer,
  accessPackage: { id: string; displayName: string },
  earlier: Pick<AssignmentRequest, 'answers' | 'justification'>,
): Promise<void> {
  const draft = await openDraft(viewer, {
    accessPackageId: accessPackage.id,
    accessPackageName: accessPackage.displayName,
    intent: 'userAdd',
  });
  if (draft.content === null) await saveDraft(viewer, draft.key, draftContentOf(earlier));
}

/** The same for somebody else, on the page that asks for others. People who stand there already stay. */
export async function offerAgainFor(
  viewer: Viewer,
  accessPackage: { id: string; displayName: string },
  earlier: Pick<AssignmentRequest, 'answers' | 'justification'>,
  person: NonNullable<TogetherContent['people']>[number],
): Promise<void> {
  const draft = await openDraft(viewer, {
    accessPackageId: accessPackage.id,
    accessPackageName: accessPackage.displayName,
    intent: 'together',
  });
  const content = draft.content ?? draftContentOf(earlier);
  const together = content.together ?? { policies: {}, answers: {}, separate: false, justifications: {}, periods: {} };
  const others = (together.people ?? []).filter(({ objectId }) => objectId.toLowerCase() !== person.objectId.toLowerCase());
  await saveDraft(viewer, draft.key, { ...content, together: { ...together, people: [...others, person] } });
}
