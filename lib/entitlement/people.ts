import type { Graph } from '@/lib/graph/graph';
import { query, searchClause } from '@/lib/graph/odata';
import { PortalFault } from '@/lib/portal-error';
import { wirePerson } from './wire/person';
import { collection, parseRows } from './wire/values';

export interface Person {
  id: string;
  displayName: string;
  mail: string;
  userPrincipalName: string;
  /** Null without User.Read.All (contract §5). */
  jobTitle: string | null;
  isGuest: boolean;
}

const SELECT = 'id,displayName,mail,userPrincipalName,jobTitle';
const LONGEST_SEARCH = 100;

/** The signed-in person. Contract §5, User.Read. */
export async function me(graph: Graph): Promise<Person> {
  const person = wirePerson.parse(await graph.get(`/me${query({ $select: SELECT })}`));
  if (person === null) throw new PortalFault({ kind: 'unavailable' });
  return person;
}

/** Most direct reports that one page offers; more are found by name. */
const MOST_REPORTS = 200;

/** The people who report to the signed-in person, by name; `complete` false where there are more. Contract §5, User.Read. */
export async function directReports(graph: Graph): Promise<{ people: Person[]; complete: boolean }> {
  const { rows, complete } = await graph.all(`/me/directReports${query({ $select: SELECT })}`, { limit: MOST_REPORTS });
  // The collection holds directory objects: only people may be asked for.
  const people = rows.filter((row) => !hasOtherType(row));
  return { people: parseRows(wirePerson, people), complete };
}

function hasOtherType(row: unknown): boolean {
  const type = typeof row === 'object' && row !== null && '@odata.type' in row ? row['@odata.type'] : undefined;
  return typeof type === 'string' && !/\.user$/i.test(type);
}

/** Type-ahead over the directory, at most 10. Contract §5, User.ReadBasic.All; text reaches Graph as an escaped $search literal. */
export async function searchPeople(graph: Graph, text: string, signal?: AbortSignal): Promise<Person[]> {
  const typed = text
    .replace(/\p{Cc}/gu, ' ')
    .trim()
    .slice(0, LONGEST_SEARCH)
    .trim();
  if (typed === '') return [];
  const $search = `${searchClause('displayName', typed)} OR ${searchClause('mail', typed)}`;
  const body = await graph.get(`/users${query({ $search, $select: SELECT, $top: '10' })}`, {
    headers: { ConsistencyLevel: 'eventual' },
    signal,
  });
  return parseRows(wirePerson, collection(body)).slice(0, 10);
}
