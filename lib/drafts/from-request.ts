import type { Viewer } from '@/lib/auth/viewer';
import { isOwnRequest, type AssignmentRequest } from '@/lib/entitlement/requests';
import { PortalFault } from '@/lib/portal-error';
import { submissionsOf } from '@/lib/submissions/submit';
import { LONGEST_ASKED } from './asked';
import { openDraft, renewDraft, saveDraft, type Asked, type DraftContent, type Taken, type TogetherContent } from './drafts';

type Earlier = Pick<AssignmentRequest, 'answers' | 'justification' | 'createdDateTime'>;

/** What an earlier request said, as the content of a draft, each field marked with where it comes from. Its dates are past: the period starts afresh. */
export function draftContentOf({ answers, justification, createdDateTime }: Earlier): DraftContent {
  const from: Taken = { kind: 'request', at: createdDateTime, from: '' };
  const fields = [...answers.map(({ questionId }) => questionId), ...(justification ? ['justification'] : [])];
  return {
    policyId: null,
    answers: Object.fromEntries(answers.map((answer) => [answer.questionId, answer.values])),
    justification: justification ?? '',
    period: null,
    timeZone: null,
    asked: Object.fromEntries(answers.map((answer) => [answer.questionId, askedThen(answer)])),
    taken: Object.fromEntries(fields.map((field) => [field, from])),
  };
}

/** Its rule is not known any more; what people read beside a value tells that it was a choice. */
function askedThen({ questionText, values, displayValues }: AssignmentRequest['answers'][number]): Asked {
  const inWords = values.map((value, at) => (displayValues[at] ?? value).slice(0, LONGEST_ASKED));
  const isChoice = values.some((value, at) => inWords[at] !== value.slice(0, LONGEST_ASKED));
  return { text: (questionText ?? '').slice(0, LONGEST_ASKED), needed: false, rule: null, ...(isChoice ? { chosen: inWords } : {}) };
}

/**
 * Offers what I wrote the last time in the draft of a new request; never another person's words, nor what I asked for somebody else. A draft
 * that already holds something is left as it is.
 */
export async function offerAgain(
  viewer: Viewer,
  accessPackage: { id: string; displayName: string },
  earlier: Earlier & Pick<AssignmentRequest, 'id' | 'requestor' | 'target'>,
  sentForMyself: ReadonlySet<string>,
): Promise<void> {
  if (!isOwnRequest(earlier, viewer.oid, sentForMyself)) return;
  const draft = await openDraft(viewer, {
    accessPackageId: accessPackage.id,
    accessPackageName: accessPackage.displayName,
    intent: 'userAdd',
  });
  if (draft.content === null) await saveDraft(viewer, draft.key, draftContentOf(earlier));
}

/**
 * The same for somebody else, on the page that asks for others. People who stand there already stay. The page gets a new key: what was sent
 * with the one before is another intent.
 */
export async function offerAgainFor(
  viewer: Viewer,
  accessPackage: { id: string; displayName: string },
  earlier: Earlier,
  person: NonNullable<TogetherContent['people']>[number],
): Promise<void> {
  const draft = await openDraft(viewer, {
    accessPackageId: accessPackage.id,
    accessPackageName: accessPackage.displayName,
    intent: 'together',
  });
  const content = draft.content ?? draftContentOf(earlier);
  const together = content.together ?? { policies: {}, answers: {}, separate: false, justifications: {}, periods: {} };
  const named = together.people ?? [];
  const taken = await submissionsOf(
    viewer,
    named.map(({ objectId }) => `${draft.key} ${objectId}`),
  );
  // Who was asked for with the page before is not asked for again.
  const others = named.filter(
    ({ objectId }) => objectId.toLowerCase() !== person.objectId.toLowerCase() && !taken.has(`${draft.key} ${objectId}`),
  );
  const key = await renewDraft(viewer, draft.key);
  if (key === null) throw new PortalFault({ kind: 'unavailable' });
  await saveDraft(viewer, key, { ...content, together: { ...together, people: [...others, person] } });
}
