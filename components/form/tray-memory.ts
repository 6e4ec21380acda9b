import { api } from '@/components/shell/api';
import type { TrayChange, TrayPackage } from '@/lib/drafts/tray';
import { paths } from '@/lib/paths';
import type { Result } from '@/lib/portal-error';

/** A package of the tray as the browser needs it. */
export type InTray = Pick<TrayPackage, 'id' | 'name'>;

/** What this document knows of the tray, for a list that comes back as it was left. */
const memory: { oid: string; chosen: readonly InTray[] } = { oid: '', chosen: [] };
let sending: Promise<unknown> = Promise.resolve();

/** What this document knows; null before it has changed anything for this person. */
export function knownTray(oid: string): readonly InTray[] | null {
  return memory.oid === oid ? memory.chosen : null;
}

export function adoptTray(oid: string, chosen: readonly InTray[]): void {
  memory.oid = oid;
  memory.chosen = chosen;
}

/** Tells the server, one change after another, and remembers what it answers. */
export function tellTray(oid: string, change: TrayChange): Promise<Result<TrayPackage[]>> {
  const told = sending.then(() => api<TrayPackage[]>(paths.api.tray, { method: 'POST', body: change, keepalive: true }));
  sending = told.then((answer) => {
    if (answer.ok) adoptTray(oid, answer.value);
  });
  return told;
}

/** Settles once every change has been told. */
export function trayTold(): Promise<unknown> {
  return sending;
}
