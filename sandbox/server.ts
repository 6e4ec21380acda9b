import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { serveAuthority } from './authority/serve.ts';
import { serveControl } from './control/serve.ts';
import { serveGraph } from './graph/serve.ts';
import type { World } from './tenant/world.ts';

/** Graph itself takes 4 MB. */
const MAX_BODY_BYTES = 4 * 1024 * 1024;

/** The sandbox's HTTP server, not listening yet: Graph, its control calls, health, and the authority for everything else. */
export function createSandboxServer(world: World): Server {
  const server = createServer((req, res) => {
    answer(world, req, res).catch((error: unknown) => {
      console.error(`${req.method} ${req.url}:`, error);
      if (res.headersSent) res.destroy();
      else send(res, 500, { error: { code: 'InternalServerError', message: 'The sandbox failed; its log says why.' } });
    });
  });
  // A portal keeps its connections; a test that pauses longer than Node's five seconds must not meet a closing one.
  server.keepAliveTimeout = 65_000;
  return server;
}

async function answer(world: World, req: IncomingMessage, res: ServerResponse): Promise<void> {
  const path = (req.url ?? '/').split('?')[0] ?? '/';
  if (path === '/health') return send(res, 200, { status: 'ok' });
  const body = await readBody(req);
  if (body === null) return send(res, 413, { error: { code: 'RequestEntityTooLarge', message: 'A body may have 4 MB.' } });
  if (path === '/sandbox' || path.startsWith('/sandbox/')) return serveControl(world, req, res, body);
  if (path === '/v1.0' || path.startsWith('/v1.0/')) return serveGraph(world, req, res, body);
  return serveAuthority(world, req, res, body);
}

/** The body as text; null when it is too long. */
async function readBody(req: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of req as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes <= MAX_BODY_BYTES) chunks.push(chunk);
  }
  return bytes > MAX_BODY_BYTES ? null : Buffer.concat(chunks).toString('utf8');
}

function send(res: ServerResponse, status: number, body: unknown): void {
  const sent = JSON.stringify(body);
  res.writeHead(status, { 'Content-Type': 'application/json; charset=utf-8', 'Content-Length': Buffer.byteLength(sent) });
  res.end(sent);
}
