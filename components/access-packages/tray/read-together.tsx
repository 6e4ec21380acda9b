import 'server-only';
import type { Viewer } from '@/lib/auth/viewer';
import { StateTag } from '@/components/status/state-tag';
import { openDraft } from '@/lib/drafts/drafts';
import type { TrayPackage } from '@/lib/drafts/tray';
import { policyRequirementsEach, type PolicyRequirements } from '@/lib/entitlement/policies';
import type { Formats } from '@/lib/i18n/formats';
import { paths } from '@/lib/paths';
import type { Result } from '@/lib/portal-error';
import { firstOfMine } from '../mine';
import { isNotForMe } from '../package-reading';
import { rememberedPackage } from '../session-list';
import { standingsOf, type Standing } from '../standing';
import { standingWords } from '../standing-words';
import type { TogetherPackage } from './together-package';
import type { OwnDrafts } from './together-values';

type Graph = Parameters<typeof policyRequirementsEach>[0];

/** The packages chosen as the page needs them, and what their own forms have kept. */
export interface TogetherReading {
  packages: TogetherPackage[];
  drafts: OwnDrafts;
  /** False: what I hold and asked for could not be read. */
  mineReadable: boolean;
}

/** Requirements of all packages in one $batch, my assignments and my requests, side by side. Throws where the batch itself fails. */
export async function readTogether(viewer: Viewer, graph: Graph, tray: readonly TrayPackage[], formats: Formats): Promise<TogetherReading> {
  const ids = tray.map(({ id }) => id);
  const [rules, { first, rest }] = await Promise.all([policyRequirementsEach(graph, ids), firstOfMine(viewer, graph)]);
  const mine = rest ? await rest() : first;
  const standings = standingsOf(mine.assignments, mine.requests, viewer.oid);
  const now = graph.now().getTime();
  const drafts: Record<string, Awaited<ReturnType<typeof openDraft>>['content']> = {};
  const packages: TogetherPackage[] = [];
  for (const { id, name: chosenAs, nonce } of tray) {
    const name = rememberedPackage(viewer, id)?.displayName || chosenAs;
    const draft = await openDraft(viewer, { accessPackageId: id, accessPackageName: name, intent: 'userAdd' });
    drafts[id] = draft.content;
    const read = rules.get(id);
    packages.push({
      id,
      name,
      draftKey: draft.key,
      nonce,
      ways: read?.ok ? read.value.filter((way) => !way.hasUnknownRequiredQuestion) : [],
      closed: closedBy(read),
      mine: inTheWay(standings[id], now, formats),
    });
  }
  return { packages, drafts, mineReadable: mine.readable };
}

function closedBy(read: Result<PolicyRequirements[]> | undefined): TogetherPackage['closed'] {
  if (!read) return 'unread';
  if (isNotForMe(read)) return 'notOpen';
  if (!read.ok) return 'unread';
  return read.value.every((way) => way.hasUnknownRequiredQuestion) ? 'handOver' : null;
}

function inTheWay(standing: Standing | undefined, now: number, formats: Formats): TogetherPackage['mine'] {
  if (standing?.kind !== 'held' && standing?.kind !== 'onItsWay') return null;
  const { tag, tone } = standingWords(standing, now, formats);
  const requestId = standing.kind === 'held' ? standing.openRequestId : standing.requestId;
  const elsewhere =
    standing.kind === 'onItsWay'
      ? paths.requests
      : standing.endDateTime
        ? paths.assignmentUpdate(standing.assignmentId)
        : paths.assignments;
  // Drawn here: the words' icons stay out of the browser's script.
  return tag && { kind: standing.kind, tone, tag: <StateTag {...tag} />, to: requestId ? paths.request(requestId) : elsewhere };
}
