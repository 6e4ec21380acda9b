import type { IncomingMessage, ServerResponse } from 'node:http';
import type { World } from '../tenant/world.ts';
import { DEFAULT_PARTITION } from '../tenant/world.ts';
import { showClock, turnClock } from './clock.ts';
import { readJson } from './control-call.ts';
import type { ControlHandler, ControlReply } from './control-call.ts';
import { createPartition, deletePartition, resetPartition } from './partitions.ts';
import { listGroups, listPeople } from './people.ts';
import { changeBehaviour, clearFault, clearFaults, emptyJournal, listFaults, setFault, showBehaviour, showJournal } from './switches.ts';
import { giveToken, revoke, setConsent } from './tokens.ts';
import { WrongCall } from './wrong-call.ts';

/** Path below `/sandbox` → method → handler; `*` stands for an id. */
const ROUTES: Record<string, Record<string, ControlHandler>> = {
  '/partitions': { POST: createPartition },
  '/partitions/*': { DELETE: deletePartition },
  '/people': { GET: listPeople },
  '/groups': { GET: listGroups },
  '/token': { POST: giveToken },
  '/consent': { POST: setConsent },
  '/revoke': { POST: revoke },
  '/clock': { GET: showClock, POST: turnClock },
  '/behaviour': { GET: showBehaviour, POST: changeBehaviour },
  '/faults': { GET: listFaults, POST: setFault, DELETE: clearFaults },
  '/faults/*': { DELETE: clearFault },
  '/journal': { GET: showJournal, DELETE: emptyJournal },
  '/reset': { POST: resetPartition },
};

/** Answers the calls below `/sandbox` (sandbox-control). `body` is the request's body as text. */
export async function serveControl(world: World, req: IncomingMessage, res: ServerResponse, body: string): Promise<void> {
  const url = new URL(req.url ?? '/', world.origin);
  const reply = await answer(world, req.method ?? 'GET', url, body).catch(refusal);
  const sent = reply.body === undefined ? '' : JSON.stringify(reply.body);
  res.writeHead(
    reply.status,
    sent === '' ? {} : { 'Content-Type': 'application/json; charset=utf-8', 'Content-Length': Buffer.byteLength(sent) },
  );
  res.end(sent);
}

async function answer(world: World, method: string, url: URL, body: string): Promise<ControlReply> {
  const [, , noun = '', id, ...rest] = url.pathname.replace(/\/$/, '').split('/');
  const route = ROUTES[id === undefined ? `/${noun}` : `/${noun}/*`];
  if (!route || rest.length > 0) throw new WrongCall(`There is no ${url.pathname}. Known: ${Object.keys(ROUTES).join(', ')}.`, 404);
  const handler = Object.hasOwn(route, method) ? route[method] : undefined;
  if (!handler) throw new WrongCall(`${url.pathname} takes ${Object.keys(route).join(', ')}.`, 405);
  const partition = url.searchParams.get('partition') || DEFAULT_PARTITION;
  const tenant = world.partition(partition);
  if (!tenant) throw new WrongCall(`partition must be one that POST /sandbox/partitions gave: there is no ${partition}.`);
  return handler({
    world,
    tenant,
    id: decodeURIComponent(id ?? ''),
    query: url.searchParams,
    body: method === 'POST' ? readJson(body) : {},
  });
}

function refusal(error: unknown): ControlReply {
  if (error instanceof WrongCall) return { status: error.status, body: { error: error.message } };
  throw error;
}
