/** What a link to a package may bring along for its request form. Words only, and few: somebody else wrote them. */
export interface RequestLink {
  /** The way to ask that it names; null without one. Whether it is open to the reader is for the page to say. */
  policyId: string | null;
  /** A justification to start with; empty without one. */
  justification: string;
  /** It was longer than a link may bring, and ends early. */
  isCut: boolean;
}

/** Longest justification that a link brings, in characters: in any script it still fits into an address, also into that of the sign-in. */
export const LONGEST_LINKED = 500;
const LONGEST_ID = 100;

type Asked = Record<string, string | string[] | undefined>;

/** Reads `?policy=` and `?justification=` of a package's page or form. A name that comes twice counts once; control and direction signs are dropped. */
export function requestLink(asked: Asked): RequestLink {
  const policyId = first(asked.policy).trim();
  const letters = [...plainText(first(asked.justification))];
  return {
    policyId: policyId === '' ? null : policyId.slice(0, LONGEST_ID),
    justification: letters.slice(0, LONGEST_LINKED).join('').trim(),
    isCut: letters.length > LONGEST_LINKED,
  };
}

/** Ids are the same in any case (contract §1.3: in practice GUIDs). */
export function isSameId(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

function first(value: string | string[] | undefined): string {
  return (Array.isArray(value) ? value[0] : value) ?? '';
}

/** Nothing that a reader could not see: no control characters but line breaks, nothing that turns the direction of what follows. */
function plainText(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]/g, ' ')
    .trim();
}
