import { once } from 'node:events';
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { decodeJwt } from './jwt';

/** One call as the portal sent it, seen from outside the portal and outside the sandbox. */
export interface RecordedCall {
  method: string;
  /** Path and query as they came, encoded. */
  url: string;
  headers: Record<string, string>;
  /** The parsed JSON body, null where there was none. */
  body: unknown;
  /** The bearer token, and what it says about itself. */
  token: string;
  claims: { scp: string; oid: string; aud: string };
  /** Milliseconds of this machine; `ended` is null until the answer has come. */
  started: number;
  ended: number | null;
  /** Null where no answer came. */
  status: number | null;
}

export interface GraphProxy {
  origin: string;
  calls: RecordedCall[];
  /** Whole links that answers gave to further pages: opaque to the portal, so they may carry anything. */
  links: Set<string>;
  /** Changes an answer's body on its way, to what the sandbox would not say; null passes everything on. */
  rewrite: ((call: RecordedCall, body: string) => string) | null;
  close(): Promise<void>;
}

/** Stands between the portal and Graph as GRAPH_ROOT, passes everything on as it is, and writes it down. */
export async function graphProxy(target: string): Promise<GraphProxy> {
  const calls: RecordedCall[] = [];
  const links = new Set<string>();
  const server = createServer((incoming, outgoing) => {
    pass(incoming, outgoing, target, proxy).catch(() => outgoing.destroy());
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const proxy: GraphProxy = {
    origin: `http://localhost:${port}`,
    calls,
    links,
    rewrite: null,
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
  return proxy;
}

async function pass(incoming: IncomingMessage, outgoing: ServerResponse, target: string, proxy: GraphProxy) {
  const started = performance.now();
  const sent = await bytes(incoming);
  const headers = Object.fromEntries(Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]));
  const token = headers.authorization?.replace(/^Bearer /, '') ?? '';
  const call: RecordedCall = {
    method: incoming.method ?? '',
    url: incoming.url ?? '',
    headers,
    body: sent.length === 0 ? null : JSON.parse(sent.toString('utf8')),
    token,
    claims: decodeJwt(token),
    started,
    ended: null,
    status: null,
  };
  proxy.calls.push(call);
  // The Host header goes on as it is: the sandbox builds the links of its answers from it.
  const onward = request(new URL(call.url, target), { method: call.method, headers: incoming.headers });
  outgoing.on('close', () => onward.destroy());
  onward.end(sent);
  const [answer] = (await once(onward, 'response')) as [IncomingMessage];
  const body = await bytes(answer);
  call.status = answer.statusCode ?? 0;
  for (const [, link] of body.toString('utf8').matchAll(/"@odata\.nextLink":\s*"([^"]+)"/g)) proxy.links.add(link ?? '');
  call.ended = performance.now();
  if (!proxy.rewrite) return void outgoing.writeHead(call.status, answer.headers).end(body);
  const changed = Buffer.from(proxy.rewrite(call, body.toString('utf8')), 'utf8');
  const written = { ...answer.headers, 'content-length': String(changed.length) };
  delete written['transfer-encoding'];
  outgoing.writeHead(call.status, written).end(changed);
}

async function bytes(stream: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
