import { requestWords, type RequestWords } from '@/components/status/request-words';
import type { Formats } from '@/lib/i18n/formats';
import { isBySystem, isRemoval } from './request-groups';
import type { RequestRow } from './request-row';

/** A row in words. An added access says until when from its assignment; an update says what itself changed. */
export function rowWords(row: RequestRow, now: number, formats: Formats): RequestWords {
  const adds = row.requestType === 'userAdd' || row.requestType === 'adminAdd' || row.requestType === 'systemAdd';
  if (!adds || row.state !== 'delivered' || row.endDateTime === null) return requestWords(row, now, formats);
  const schedule = {
    startDateTime: row.schedule?.startDateTime ?? null,
    expiration: { kind: 'until', endDateTime: row.endDateTime } as const,
  };
  return requestWords({ ...row, schedule }, now, formats);
}

/** Who asked and for whom, as the reader sees it; null when the reader asked for themselves or Graph did not say. */
export type Asking = { kind: 'forMe'; name: string } | { kind: 'forThem'; name: string };

/** Two names where two people are meant. `oid` is the reader's directory id, `unnamed` what somebody without a name is called. */
export function askingOf(row: Pick<RequestRow, 'requestor' | 'target' | 'requestType'>, oid: string, unnamed: string): Asking | null {
  const by = row.requestor;
  const target = row.target;
  if (target?.objectId && target.objectId !== oid) return { kind: 'forThem', name: target.displayName || target.email || unnamed };
  if (!by || by.objectId === null || by.objectId === oid || isBySystem(row)) return null;
  return { kind: 'forMe', name: by.displayName || by.email || unnamed };
}

/** What a delivered row gave, for the drawing's tone: an ended access is grey, whatever its request says. */
export function rowTone(row: RequestRow, words: RequestWords): RequestWords['tone'] {
  if (row.state !== 'delivered') return words.tone;
  return row.held === 'ended' || isRemoval(row) ? 'over' : words.tone;
}
