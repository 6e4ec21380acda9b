import type { RequestState } from '@/lib/entitlement/request-states';

/** What this browser keeps for one person who wants notices: ids and states, no names and no words. */
export interface Kept {
  watched: Record<string, RequestState>;
  /** Requests the person moved here: their next move is no news. */
  own: string[];
  /** When any tab looked last, this machine's ms. */
  lookedAt: number;
}

const place = (oid: string) => `latchkey.notices ${oid}`;
const CHANGED = 'latchkey-notices';

/** What is kept, null where the person wants no notices or the browser keeps nothing. */
export function kept(oid: string): Kept | null {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(place(oid)) ?? 'null');
    if (typeof found !== 'object' || found === null) return null;
    return { watched: {}, own: [], lookedAt: 0, ...found };
  } catch {
    return null;
  }
}

/** Keeps, or with null forgets and so turns notices off. False where the browser keeps nothing. */
export function keep(oid: string, value: Kept | null): boolean {
  try {
    if (value === null) localStorage.removeItem(place(oid));
    else localStorage.setItem(place(oid), JSON.stringify(value));
    window.dispatchEvent(new Event(CHANGED));
    return true;
  } catch {
    return false;
  }
}

/** The person has just moved this request here: no notice tells them so. */
export function noteOwnMove(oid: string, requestId: string): void {
  const now = kept(oid);
  if (now) keep(oid, { ...now, own: [...now.own.slice(-20), requestId] });
}

/** Forgets which requests were watched, at sign-out; that notices are wanted stays. */
export function forgetWatched(oid: string): void {
  if (kept(oid)) keep(oid, { watched: {}, own: [], lookedAt: 0 });
}

/** Hears of changes here and in other tabs. Answers how to stop. */
export function onKept(listener: () => void): () => void {
  const events = [CHANGED, 'storage'];
  for (const event of events) window.addEventListener(event, listener);
  return () => {
    for (const event of events) window.removeEventListener(event, listener);
  };
}
