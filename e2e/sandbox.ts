import { expect, type APIRequestContext } from '@playwright/test';

export const SANDBOX = process.env.E2E_SANDBOX ?? 'http://localhost:4900';

export interface SandboxPerson {
  id: string;
  userPrincipalName: string;
  displayName: string;
  about: string;
  roles: string[];
  userType: 'Member' | 'Guest';
  managerId: string | null;
}

export interface JournalCall {
  n: number;
  user: string;
  scopes: string[];
  method: string;
  url: string;
  headers: Record<string, string>;
  body: unknown;
  status: number;
  batch: string | null;
  fault: string | null;
  clientRequestId: string | null;
  /** ISO 8601 instant of arrival, and how long the answer took. */
  at: string;
  durationMs: number;
}

type Row = Record<string, unknown> & { id: string };

/** One sandbox partition of one test: control calls and Graph as anybody (sandbox-control.md). */
export class Sandbox {
  readonly request: APIRequestContext;
  readonly partition: string;
  readonly people: SandboxPerson[];

  constructor(request: APIRequestContext, partition: string, people: SandboxPerson[]) {
    this.request = request;
    this.partition = partition;
    this.people = people;
  }

  static async open(request: APIRequestContext, options: Record<string, unknown>): Promise<Sandbox> {
    const answer = await request.post(`${SANDBOX}/sandbox/partitions`, { data: options });
    expect(answer.status(), await answer.text()).toBe(201);
    const { partition, people } = (await answer.json()) as { partition: string; people: SandboxPerson[] };
    return new Sandbox(request, partition, people);
  }

  close() {
    return this.request.delete(`${SANDBOX}/sandbox/partitions/${this.partition}`);
  }

  person(name: string): SandboxPerson {
    const found = this.people.find((person) => person.displayName === name || person.userPrincipalName === name);
    if (!found) throw new Error(`Nobody in the sandbox is called ${name}`);
    return found;
  }

  async control(method: 'GET' | 'POST' | 'DELETE', path: string, data?: unknown): Promise<unknown> {
    const answer = await this.request.fetch(`${SANDBOX}/sandbox/${path}${path.includes('?') ? '&' : '?'}partition=${this.partition}`, {
      method,
      data,
    });
    expect(answer.ok(), `${method} ${path}: ${answer.status()} ${await answer.text()}`).toBe(true);
    return answer.status() === 204 ? null : answer.json();
  }

  behave(behaviour: Record<string, unknown>) {
    return this.control('POST', 'behaviour', behaviour);
  }

  fault(fault: Record<string, unknown>) {
    return this.control('POST', 'faults', fault);
  }

  clock(change: { advance?: string; now?: string; frozen?: boolean }) {
    return this.control('POST', 'clock', change);
  }

  /** Graph calls of this partition so far, optionally only those whose method and URL match. */
  async journal(method?: string, url?: RegExp): Promise<JournalCall[]> {
    const { calls } = (await this.control('GET', 'journal?after=0')) as { calls: JournalCall[] };
    return calls.filter((call) => (!method || call.method === method) && (!url || url.test(call.url)));
  }

  /** A Graph call as this person with these scopes. */
  async graph(name: string, scope: string, method: string, path: string, data?: unknown): Promise<{ status: number; body: unknown }> {
    const { access_token: token } = (await this.control('POST', 'token', { user: this.person(name).userPrincipalName, scope })) as {
      access_token: string;
    };
    const answer = await this.request.fetch(`${SANDBOX}/v1.0${path}`, { method, data, headers: { authorization: `Bearer ${token}` } });
    const text = await answer.text();
    return { status: answer.status(), body: text ? JSON.parse(text) : null };
  }

  /** All rows of a collection, read as an administrator. */
  async rows(path: string): Promise<Row[]> {
    const rows: Row[] = [];
    let next: string | null = path;
    while (next) {
      const { status, body } = await this.graph('Priya Nair', 'EntitlementManagement.Read.All', 'GET', next);
      expect(status).toBe(200);
      const page = body as { value: Row[]; '@odata.nextLink'?: string };
      rows.push(...page.value);
      next = page['@odata.nextLink']?.split('/v1.0')[1] ?? null;
    }
    return rows;
  }

  /** Id of the package with this name. */
  async packageId(name: string): Promise<string> {
    const rows = await this.rows(
      `/identityGovernance/entitlementManagement/accessPackages?$filter=displayName eq '${name.replaceAll("'", "''")}'`,
    );
    const [found] = rows;
    if (!found) throw new Error(`No package is called ${name}`);
    return found.id;
  }

  /** Requests this person's portal has created for a package, as an administrator reads them. */
  async requestsFor(packageId: string, name: string): Promise<Row[]> {
    const rows = await this.rows(
      `/identityGovernance/entitlementManagement/assignmentRequests?$filter=accessPackage/id eq '${packageId}'&$expand=requestor,assignment($expand=target)`,
    );
    const id = this.person(name).id;
    return rows.filter((row) => (row.requestor as { objectId?: string } | null)?.objectId === id);
  }
}
