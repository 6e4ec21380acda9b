import 'server-only';
import { getTranslations } from 'next-intl/server';
import { requestWords } from '@/components/status/request-words';
import type { Viewer } from '@/lib/auth/viewer';
import type { AssignmentRequest } from '@/lib/entitlement/requests';
import type { Graph } from '@/lib/graph/graph';
import { getFormats } from '@/lib/i18n/get-formats';
import { PortalFault } from '@/lib/portal-error';
import { toMarks } from '../marks';
import { firstOfMine } from '../mine';
import { standingsOf } from '../standing';
import type { PaletteMark, PaletteMine, PaletteRequest } from './palette-data';

/** What I hold and asked for, whole and in words. Throws `unavailable` where neither list could be read. Contract §4.6, §4.7, scope S. */
export async function paletteMine(viewer: Viewer, graph: Graph): Promise<PaletteMine> {
  const [{ first, rest }, t, formats] = await Promise.all([firstOfMine(viewer, graph), getTranslations('status.word'), getFormats()]);
  const { readable, assignments, requests } = rest ? await rest() : first;
  if (!readable && requests.length === 0 && assignments.length === 0) throw new PortalFault({ kind: 'unavailable' });
  const now = graph.now().getTime();
  const marks: Record<string, PaletteMark> = {};
  for (const [id, { tag, ...mark }] of Object.entries(toMarks(standingsOf(assignments, requests, viewer.oid), now, formats)))
    marks[id] = { ...mark, word: tag.word, text: t(tag.word, tag.values) };
  const row = (request: AssignmentRequest): PaletteRequest => {
    const { word } = requestWords(request, now, formats);
    return {
      id: request.id,
      packageId: request.accessPackage?.id ?? null,
      name: request.accessPackage?.displayName ?? '',
      word,
      text: t(word),
      raw: request.rawState,
      day: request.createdDateTime ? formats.day(request.createdDateTime, now) : '',
    };
  };
  return { marks: readable ? marks : null, requests: requests.map(row) };
}
