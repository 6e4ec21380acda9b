import { randomUUID } from 'node:crypto';
import { AuthenticationHandler, Client, ResponseType } from '@microsoft/microsoft-graph-client';
import { errorCode, NoAnswer, readAnswer, requestIdOf, type Answer } from './answer';
import type { Call, GraphDeps } from './deps';
import { CANONICAL_ROOT, RootTransport, WholeUrl } from './transport';

/**
 * One HTTP exchange through graph-client, whatever the answer; NoAnswer where there was none. The token is there before the client
 * is made: graph-client swallows what a token callback throws. Learns Graph's clock from the Date header.
 */
export async function send(deps: GraphDeps, call: Call, token: string): Promise<Answer> {
  const url = call.path.startsWith('/') ? `${CANONICAL_ROOT}/v1.0${call.path}` : call.path;
  const clientRequestId = randomUUID();
  const timeout = AbortSignal.timeout(call.timeoutMs);
  const signal = call.signal ? AbortSignal.any([call.signal, timeout]) : timeout;
  const client = Client.initWithMiddleware({
    middleware: [
      new AuthenticationHandler({ getAccessToken: () => Promise.resolve(token) }),
      new RootTransport(deps.graphRoot, deps.fetch ?? fetch),
    ],
  });
  const request = client
    .api(url)
    .middlewareOptions([new WholeUrl(url)])
    .responseType(ResponseType.RAW)
    .headers({ ...headersFor(call), 'client-request-id': clientRequestId })
    .option('signal', signal);
  const started = performance.now();
  try {
    const answer = await readAnswer(await exchange(request, call));
    learnClock(deps, answer);
    const about = { method: call.method, path: pathOf(url), status: answer.status, clientRequestId, requestId: requestIdOf(answer) };
    const ms = Math.round(performance.now() - started);
    deps.measure?.({ method: call.method, status: answer.status, ms });
    if (answer.status < 400) deps.log.debug({ ...about, ms }, 'graph');
    else deps.log.warn({ ...about, ms, code: errorCode(answer), diagnostic: answer.headers.get('x-ms-ags-diagnostic') }, 'graph refused');
    return answer;
  } catch (cause) {
    deps.measure?.({ method: call.method, status: 0, ms: performance.now() - started });
    const reason = call.signal?.aborted ? 'aborted' : timeout.aborted ? 'timeout' : 'reset';
    deps.log.warn({ method: call.method, path: pathOf(url), clientRequestId, reason }, 'graph gave no answer');
    throw new NoAnswer(reason, { cause });
  }
}

type GraphRequest = ReturnType<Client['api']>;

function exchange(request: GraphRequest, call: Call): Promise<Response> {
  switch (call.method) {
    case 'GET':
      return request.get();
    case 'POST':
      return request.post(call.body);
    case 'PATCH':
      return request.patch(call.body);
    case 'DELETE':
      return request.delete();
  }
}

/** Headers of a read of requests say that every enum member is welcome (contract §1.2). */
export function headersFor(call: Pick<Call, 'method' | 'path' | 'headers'>): Record<string, string> {
  const readsRequests = call.method === 'GET' && /\/assignmentRequests\b/i.test(call.path);
  return { accept: 'application/json', ...(readsRequests ? { prefer: 'include-unknown-enum-members' } : {}), ...call.headers };
}

function learnClock(deps: GraphDeps, answer: Answer): void {
  const at = Date.parse(answer.headers.get('date') ?? '');
  if (!Number.isNaN(at)) deps.clock.learn(at - Date.now());
}

/** The address without its query, which may hold what a person typed. */
function pathOf(url: string): string {
  return new URL(url).pathname;
}
