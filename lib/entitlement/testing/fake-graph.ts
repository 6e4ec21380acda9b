import type { Graph, WirePage } from '@/lib/graph/graph';
import { PortalFault, type PortalError } from '@/lib/portal-error';

type Answer = unknown | Error;

/** A refusal as Graph's door throws it. */
export function fault(error: PortalError): PortalFault {
  return new PortalFault(error);
}

export const badRequest = () => fault({ kind: 'refused', status: 400, code: '' });

/**
 * A Graph that answers from `answer` (path → JSON body, page body with `value` and `next`, or an Error) and remembers what it was asked.
 */
export function fakeGraph(
  answer: (path: string, method: string, body?: unknown) => Answer | Promise<Answer>,
  now = new Date('2026-09-01T10:00:00Z'),
) {
  const asked: string[] = [];
  const writes: { method: string; path: string; body: unknown }[] = [];
  const settle = async (path: string, method: string, body?: unknown): Promise<unknown> => {
    const found = await answer(path, method, body);
    if (found instanceof Error) throw found;
    return found;
  };
  const read = (path: string, method = 'GET') => {
    asked.push(path);
    return settle(path, method);
  };
  const page = async (path: string): Promise<WirePage> => {
    const found = (await read(path)) as { value?: unknown[]; next?: string | null };
    return { rows: found.value ?? [], next: found.next ?? null };
  };
  const graph: Graph = {
    oid: 'u-1',
    root: `http://fake.example/${Math.random()}`,
    now: () => now,
    get: (path) => read(path),
    page,
    all: async (path) => {
      const rows: unknown[] = [];
      for (let next: string | null = path; next !== null;) {
        const found: WirePage = await page(next);
        rows.push(...found.rows);
        next = found.next;
      }
      return { rows, complete: true };
    },
    rest: async (owner, property) => {
      const found = (owner ?? {}) as Record<string, unknown>;
      const rows = (found[property ?? 'value'] as unknown[] | undefined) ?? [];
      const link = found[`${property ?? ''}@odata.nextLink`];
      if (typeof link !== 'string') return { rows, complete: true };
      const further = await graph.all(link);
      return { rows: [...rows, ...further.rows], complete: further.complete };
    },
    ask: (path) => read(path, 'POST'),
    batch: (asks) => Promise.all(asks.map(({ path, method }) => read(path, method).catch((error: unknown) => error as Error))),
    write: (method, path, body) => {
      writes.push({ method, path, body });
      return settle(path, method, body);
    },
    writeBatch: (all) =>
      Promise.all(all.map(({ method, path, body }) => graph.write(method, path, body).catch((error: unknown) => error as Error))),
  };
  return { graph, asked, writes };
}
