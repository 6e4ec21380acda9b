'use client';

import { currentIdentity } from '@/components/shell/identity/current';
import type { DraftContent } from '@/lib/drafts/drafts';
import { contentFromText } from './draft-text';

/** What was typed while the server could not be reached: kept in this tab, for the same person, until it is saved. */
const place = (draftKey: string) => `latchkey.draft ${currentIdentity()?.oid ?? ''} ${draftKey}`;

export function keepTabCopy(draftKey: string, content: DraftContent): void {
  attempt(() => sessionStorage.setItem(place(draftKey), JSON.stringify(content)));
}

export function takeTabCopy(draftKey: string): DraftContent | null {
  return contentFromText(attempt(() => sessionStorage.getItem(place(draftKey))) ?? null);
}

export function dropTabCopy(draftKey: string): void {
  attempt(() => sessionStorage.removeItem(place(draftKey)));
}

/** A browser may refuse its storage: then there is no copy. */
function attempt<T>(touch: () => T): T | undefined {
  try {
    return touch();
  } catch {
    return undefined;
  }
}
