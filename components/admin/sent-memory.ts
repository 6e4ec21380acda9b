'use client';

import { currentIdentity } from '@/components/shell/identity/current';

/** One write of this tab: its submission's key and, once there, the request it made. Ids alone, nothing of a person. */
export interface RememberedSent {
  key: string;
  requestId: string | null;
}

const MOST = 20;
const place = () => `latchkey.sent ${currentIdentity()?.oid ?? ''}`;

/** Keeps what was sent from this tab for the same person, newest first, as long as the tab lives. */
export function rememberSent(sent: readonly RememberedSent[]): void {
  try {
    sessionStorage.setItem(place(), JSON.stringify(sent.slice(0, MOST)));
  } catch {
    // A browser may refuse its storage: then the list ends with the page.
  }
}

export function rememberedSent(): RememberedSent[] {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(place()) ?? '[]');
    return Array.isArray(kept) ? kept.filter(isRemembered).slice(0, MOST) : [];
  } catch {
    return [];
  }
}

function isRemembered(value: unknown): value is RememberedSent {
  if (typeof value !== 'object' || value === null || !('key' in value) || !('requestId' in value)) return false;
  return typeof value.key === 'string' && (value.requestId === null || typeof value.requestId === 'string');
}
