/** Sentences of `status.sentence` that speak of what the reader has, and read otherwise where it is somebody else's. */
const SENTENCES = ['have', 'haveUntil', 'hadUntil', 'givenBack', 'pendingApproval', 'partiallyDelivered', 'denied'] as const;

/** Messages of `requests` that do; the same keys stand under `asked-for-others.story`. */
const STORIES = [
  'next.pendingApproval',
  'next.have',
  'next.haveUntil',
  'next.had',
  'next.hadUntil',
  'next.partiallyDelivered',
  'next.deliveryFailed',
  'next.denied',
  'next.canceled',
  'step.approvalText',
  'step.deniedText',
  'step.deniedUndated',
] as const;

/** The key of a sentence about somebody else's access; null where it reads the same. */
export function theirSentence(key: string): (typeof SENTENCES)[number] | null {
  return SENTENCES.find((known) => known === key) ?? null;
}

/** The same for what a request's page tells. */
export function theirStory(key: string): (typeof STORIES)[number] | null {
  return STORIES.find((known) => known === key) ?? null;
}
