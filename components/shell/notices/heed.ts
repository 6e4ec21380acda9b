import { paths } from '@/lib/paths';
import { flushLeaveGuards } from '../leave-guard';
import { keep, kept } from './kept';
import { newsOf, type Sight } from './news';

/** Runs alone among this browser's tabs, where the browser can see to that: only one of them tells a move. */
export function alone<T>(oid: string, work: () => T): Promise<T> {
  if (!('locks' in navigator)) return Promise.resolve(work());
  return navigator.locks.request(`latchkey.notices ${oid}`, work);
}

/** Takes in what a look has seen, whoever looked, and tells what moved. Does nothing for who wants no notices. */
export async function heed(oid: string, seen: readonly Sight[]): Promise<void> {
  await alone(oid, () => {
    const before = kept(oid);
    if (!before) return;
    const { news, watched } = newsOf(before.watched, seen, before.own);
    const settled = new Set(seen.filter(({ id, state }) => before.watched[id] !== state).map(({ id }) => id));
    keep(oid, { watched, own: before.own.filter((id) => !settled.has(id)), lookedAt: Date.now() });
    for (const sight of news) show(sight.title, sight.body, sight.id);
  });
}

/** One notice; pressing it opens the request, once what is open here is saved. False where the browser shows none from a page. */
export function show(title: string, body: string, requestId?: string): boolean {
  try {
    const notice = new Notification(title, {
      body,
      tag: `latchkey ${requestId ?? ''}`,
      icon: '/icon.svg',
      lang: document.documentElement.lang,
    });
    notice.onclick = () => {
      notice.close();
      window.focus();
      if (requestId) void openRequest(requestId);
    };
    return true;
  } catch {
    return false;
  }
}

async function openRequest(id: string): Promise<void> {
  if (await flushLeaveGuards()) window.location.assign(paths.request(id));
}
