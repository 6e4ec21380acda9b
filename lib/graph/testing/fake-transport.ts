import type { GraphDeps } from '../deps';

export interface SeenCall {
  method: string;
  url: string;
  headers: Headers;
  body: unknown;
}

type Reply = Response | Error | ((call: SeenCall, init: RequestInit) => Response | Promise<Response>);

/** Graph's JSON answer. */
export function json(value: unknown, status = 200, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(value), { status, headers: { 'content-type': 'application/json', 'request-id': 'r-1', ...headers } });
}

/** Graph's error envelope. */
export function refusal(status: number, code = '', headers: Record<string, string> = {}): Response {
  return json({ error: { code, message: 'developer text', innerError: { 'request-id': 'r-inner' } } }, status, headers);
}

/** Dependencies whose transport gives these replies in turn, the last one for ever. */
export function fakeDeps(...replies: Reply[]) {
  const calls: SeenCall[] = [];
  const tokens: ({ force?: boolean; claims?: string } | undefined)[] = [];
  const offsets: number[] = [];
  const deps: GraphDeps = {
    oid: 'u-1',
    graphRoot: 'http://127.0.0.1:4010',
    getToken: async (options) => {
      tokens.push(options);
      return `token-${tokens.length}`;
    },
    seal: (text) => Buffer.from(text).toString('base64url'),
    unseal: (text) => Buffer.from(text, 'base64url').toString(),
    clock: { offsetMs: () => offsets.at(-1) ?? 0, learn: (offset) => offsets.push(offset) },
    log: { debug() {}, warn() {} },
    fetch: async (input, init = {}) => {
      const body = typeof init.body === 'string' ? (JSON.parse(init.body) as unknown) : undefined;
      const call: SeenCall = { method: init.method ?? 'GET', url: String(input), headers: new Headers(init.headers), body };
      const reply = replies[Math.min(calls.length, replies.length - 1)];
      calls.push(call);
      if (reply instanceof Error) throw reply;
      if (typeof reply === 'function') return reply(call, init);
      if (!reply) throw new Error('no reply left');
      return reply.clone();
    },
  };
  return { deps, calls, tokens, offsets };
}
