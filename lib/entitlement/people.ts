import type { Graph } from '@/lib/graph/graph';

export interface Person {
  id: string;
  displayName: string;
  mail: string;
  userPrincipalName: string;
  /** Null without User.Read.All (contract §5). */
  jobTitle: string | null;
  isGuest: boolean;
}

/** The signed-in person. Contract §5, User.Read. */
export declare function me(graph: Graph): Promise<Person>;

/** Type-ahead over the directory, at most 10. Contract §5, User.ReadBasic.All; text reaches Graph as an escaped $search literal. */
export declare function searchPeople(graph: Graph, text: string, signal?: AbortSignal): Promise<Person[]>;
