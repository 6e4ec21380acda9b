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
