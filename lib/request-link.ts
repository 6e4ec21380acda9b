/** What a link to a package may bring along for its request form. Words only, and few: somebody else wrote them. */
export interface RequestLink {
  /** The way to ask that it names; null without one. Whether it is open to the reader is for the page to say. */
  policyId: string | null;
  /** A justification to start with; empty without one. */
  justification: string;
  /** It was longer than a link may bring, and ends early. */
  isCut: boolean;
}

/** Longest justification that a link brings, in characters. */
export const LONGEST_LINKED = 500;
/** And as an address writes them: with the rest of it they pass the sign-in. */
const LONGEST_ENCODED = 5_400;
const LONGEST_ID = 100;

type Asked = Record<string, string | string[] | undefined>;

/** Reads `?policy=` and `?justification=` of a package's page or form. A name that comes twice counts once; control and direction signs are dropped. */
export function requestLink(asked: Asked): RequestLink {
  const policyId = first(asked.policy).trim();
  const words = plainText(first(asked.justification));
  const justification = withinLink(words).trim();
  return { policyId: policyId === '' ? null : policyId.slice(0, LONGEST_ID), justification, isCut: justification.length < words.length };
}

/** Ids are the same in any case (contract §1.3: in practice GUIDs). */
export function isSameId(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

function first(value: string | string[] | undefined): string {
  return (Array.isArray(value) ? value[0] : value) ?? '';
}

/** As many whole characters as fit. */
function withinLink(words: string): string {
  let room = LONGEST_ENCODED;
  const letters: string[] = [];
  for (const letter of words) {
    room -= encodeURIComponent(letter).length;
    if (room < 0 || letters.length === LONGEST_LINKED) break;
    letters.push(letter);
  }
  return letters.join('');
}

/**
 * Nothing that a reader could not see: no control characters but line breaks, no signs of format (direction, tags, soft hyphens), joiners only
 * between letters.
 */
function plainText(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029]/g, ' ')
    .replace(/(?<![\p{L}\p{M}\p{Emoji}])[\u200c\u200d]|[\u200c\u200d](?![\p{L}\p{Emoji}])/gu, '')
    .replace(/(?![\u200c\u200d])\p{Cf}/gu, ' ')
    .trim();
}
