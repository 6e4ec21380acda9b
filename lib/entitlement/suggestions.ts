import { PortalFault } from '@/lib/portal-error';
import type { Graph } from '@/lib/graph/graph';
import { query } from '@/lib/graph/odata';
import type { AccessPackage } from './access-packages';
import { isMissing } from './expansion';
import { EM } from './wire/paths';
import { wireSuggestion } from './wire/suggestion';
import { parseRows } from './wire/values';

/** Why a package is suggested (contract §4.4). */
export type SuggestionReason =
  /** People related to me have it. `names` may be fewer than `count`: the tenant may withhold them. */
  | { kind: 'people'; count: number; names: string[] }
  /** I had it before. UTC ISO 8601, null where Graph did not say when last. */
  | { kind: 'past'; lastDateTime: string | null };

export interface Suggestion {
  accessPackage: AccessPackage;
  reasons: SuggestionReason[];
}

const PATH = `${EM}/accessPackageSuggestions/filterByCurrentUser(on='relatedPeopleAssignments,assignmentHistory')`;

/**
 * First page of what Graph suggests to me, hidden packages left out; empty where the tenant or the cloud has none: 404, 403, and 400 where the
 * call is not known. Throws PortalFault otherwise. Contract §4.4, scope S.
 */
export async function suggestions(graph: Graph): Promise<Suggestion[]> {
  try {
    const { rows } = await graph.page(PATH + query({ $expand: 'accessPackage' }));
    return parseRows(wireSuggestion, rows).filter(({ accessPackage }) => !accessPackage.isHidden);
  } catch (error) {
    if (isMissing(error) || (error instanceof PortalFault && error.error.kind === 'forbidden')) return [];
    throw error;
  }
}
