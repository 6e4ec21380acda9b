import { paths } from '@/lib/paths';
import { api } from '../api';
import { alone, heed } from './heed';
import { keep, kept } from './kept';
import type { Sight } from './news';

/** A visible tab looks as often as the pages do once they have calmed down, a hidden one seldom. */
const VISIBLE_MS = 60_000;
const HIDDEN_MS = 5 * 60_000;
/** Timers are not exact. */
const EARLY_MS = 2_000;

const running = new Set<string>();

/** Looks at this person's open requests while a tab is open, as long as they want notices. Several tabs share one rhythm. Never stops the page. */
export function watch(oid: string): void {
  if (running.has(oid)) return;
  running.add(oid);
  const now = () => void look(oid).catch(() => undefined);
  now();
  const timer = setInterval(() => {
    if (kept(oid) !== null) return now();
    clearInterval(timer);
    running.delete(oid);
  }, VISIBLE_MS);
}

async function look(oid: string): Promise<void> {
  if (!(await isMine(oid))) return;
  const query = new URLSearchParams(Object.keys(kept(oid)?.watched ?? {}).map((id) => ['watch', id]));
  const answer = await api<Sight[]>(`${paths.api.requestNews}?${query}`);
  if (answer.ok) await heed(oid, answer.value);
}

/** Whether a look is due; if so, no other tab takes it. */
function isMine(oid: string): Promise<boolean> {
  return alone(oid, () => {
    const now = kept(oid);
    const due = (document.hidden ? HIDDEN_MS : VISIBLE_MS) - EARLY_MS;
    if (!now || Notification.permission !== 'granted' || Date.now() - now.lookedAt < due) return false;
    keep(oid, { ...now, lookedAt: Date.now() });
    return true;
  });
}
