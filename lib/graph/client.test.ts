import { describe, expect, it } from 'vitest';
import { PortalFault } from '@/lib/portal-error';
import { createGraph } from './client';
import { fakeDeps, json, refusal } from './testing/fake-transport';

const CLAIMS = '{"access_token":{"acrs":{"essential":true,"value":"c1"}}}';
const CHALLENGE = `Bearer realm="", authorization_uri="https://login.example/authorize", error="insufficient_claims", claims="${btoa(CLAIMS)}"`;
const kindOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'no fault',
    (error: { error: unknown }) => error.error,
  );
const reset = new TypeError('fetch failed');
const body = (text: string, status = 200, headers: Record<string, string> = {}) => new Response(text, { status, headers });

describe('a call', () => {
  it('goes to the configured root with token, fresh ids and nothing else', async () => {
    const { deps, calls } = fakeDeps(json({ id: 'u-1' }));
    const graph = createGraph(deps);
    expect(await graph.get('/me?$select=id')).toEqual({ id: 'u-1' });
    await graph.get('/me');
    const [first, second] = calls;
    expect(first?.url).toBe('http://127.0.0.1:4010/v1.0/me?$select=id');
    expect(first?.headers.get('authorization')).toBe('Bearer token-1');
    expect(first?.headers.has('prefer')).toBe(false);
    const id = first?.headers.get('client-request-id');
    expect(id).toMatch(/^[0-9a-f-]{36}$/);
    expect(second?.headers.get('client-request-id')).not.toBe(id);
  });

  it('welcomes every enum member on reads of requests', async () => {
    const { deps, calls } = fakeDeps(json({ value: [] }));
    await createGraph(deps).page("/identityGovernance/entitlementManagement/assignmentRequests/filterByCurrentUser(on='target')");
    expect(calls[0]?.headers.get('prefer')).toBe('include-unknown-enum-members');
  });

  it('keeps quotes of functions and what a query says', async () => {
    const { deps, calls } = fakeDeps(json({ value: [] }));
    await createGraph(deps).get("/x/filterByCurrentUser(on='target')?$filter=a%20eq%20'O''Brien%26Co'&$skiptoken=a%2Bb");
    expect(calls[0]?.url).toBe(
      "http://127.0.0.1:4010/v1.0/x/filterByCurrentUser(on='target')?$filter=a%20eq%20'O''Brien%26Co'&$skiptoken=a%2Bb",
    );
  });

  it('sends no content type without a body', async () => {
    const { deps, calls } = fakeDeps(json({ value: [] }));
    await createGraph(deps).ask('/x/getApplicablePolicyRequirements');
    expect(calls[0]?.method).toBe('POST');
    expect(calls[0]?.headers.has('content-type')).toBe(false);
    expect(calls[0]?.body).toBeUndefined();
  });

  it('is measured, answered or not', async () => {
    const heard: { method: string; status: number }[] = [];
    const { deps } = fakeDeps(json({}), refusal(404), body('x'), reset);
    const graph = createGraph({ ...deps, measure: ({ method, status }) => heard.push({ method, status }) });
    await graph.get('/me');
    await kindOf(graph.get('/me'));
    await kindOf(graph.get('/me'));
    await kindOf(graph.write('POST', '/x', {}));
    expect(heard).toEqual([
      { method: 'GET', status: 200 },
      { method: 'GET', status: 404 },
      { method: 'GET', status: 200 },
      { method: 'POST', status: 0 },
    ]);
  });

  it('learns Graph’s clock from the Date header', async () => {
    const date = new Date(Date.now() + 31 * 86_400_000);
    const { deps } = fakeDeps(json({}, 200, { date: date.toUTCString() }));
    const graph = createGraph(deps);
    await graph.get('/me');
    expect(Math.abs(graph.now().getTime() - date.getTime())).toBeLessThan(2_000);
  });

  it('lets what the token source throws through', async () => {
    const { deps, calls } = fakeDeps(json({}));
    const failure = new PortalFault({ kind: 'consentRequired', scope: 'User.Read' });
    await expect(createGraph({ ...deps, getToken: () => Promise.reject(failure) }).get('/me')).rejects.toBe(failure);
    expect(calls).toHaveLength(0);
  });

  it('is not sent, and says so, where the token source breaks', async () => {
    const { deps, calls } = fakeDeps(json({ id: 'r-1' }));
    const graph = createGraph({ ...deps, getToken: () => Promise.reject(new Error('disk full')) });
    expect(await kindOf(graph.get('/me'))).toEqual({ kind: 'unavailable' });
    expect(await kindOf(graph.write('POST', '/x', {}))).toEqual({ kind: 'unavailable' });
    expect(calls).toHaveLength(0);
  });

  it('was not taken where it came back with 401 and no new token could be had', async () => {
    const { deps, calls } = fakeDeps(refusal(401), json({ id: 'r-1' }));
    let asked = 0;
    const getToken = () => (asked++ === 0 ? Promise.resolve('token-1') : Promise.reject(new Error('disk full')));
    expect(await kindOf(createGraph({ ...deps, getToken }).write('POST', '/x', {}))).toEqual({ kind: 'unavailable' });
    expect(calls).toHaveLength(1);
  });
});

describe('a read', () => {
  const cells: [string, Parameters<typeof fakeDeps>, object, number][] = [
    ['400', [refusal(400, 'InvalidFilter')], { kind: 'refused', status: 400, code: 'InvalidFilter' }, 1],
    ['403', [refusal(403)], { kind: 'forbidden' }, 1],
    ['404', [refusal(404)], { kind: 'notFound' }, 1],
    ['405', [refusal(405)], { kind: 'unexpected' }, 1],
    ['409', [refusal(409)], { kind: 'conflict' }, 1],
    ['429 for long', [refusal(429, '', { 'retry-after': '30' })], { kind: 'throttled' }, 1],
    ['429 without a word', [refusal(429)], { kind: 'throttled', retryAt: null }, 1],
    ['503', [refusal(503)], { kind: 'unavailable' }, 2],
    ['503 for long', [refusal(503, '', { 'retry-after': '60' })], { kind: 'unavailable' }, 1],
    ['504', [refusal(504)], { kind: 'unavailable' }, 2],
    ['500', [refusal(500)], { kind: 'unavailable' }, 1],
    ['302', [body('', 302, { location: 'https://evil.example/' })], { kind: 'unavailable' }, 1],
    ['a reset', [reset], { kind: 'unavailable' }, 2],
    ['half an answer', [body('{"value":[{"id":')], { kind: 'unavailable' }, 1],
    ['HTML', [body('<!doctype html><title>Proxy</title>', 200, { 'content-type': 'text/html' })], { kind: 'unavailable' }, 1],
    ['an HTML refusal', [body('<h1>no</h1>', 403)], { kind: 'forbidden' }, 1],
    ['nothing', [body('')], { kind: 'unavailable' }, 1],
  ];
  it.each(cells)('answered with %s', async (_name, replies, error, times) => {
    const { deps, calls } = fakeDeps(...replies);
    expect(await kindOf(createGraph(deps).get('/me'))).toMatchObject(error);
    expect(calls).toHaveLength(times);
  });

  it.each([
    ['503', refusal(503)],
    ['a reset', reset],
    ['a short 429', refusal(429, '', { 'retry-after': '0' })],
  ])('is quietly tried once more after %s', async (_name, first) => {
    const { deps, calls } = fakeDeps(first, json({ id: 'u-1' }));
    expect(await createGraph(deps).get('/me')).toEqual({ id: 'u-1' });
    expect(calls).toHaveLength(2);
  });

  it('says when a throttle ends on Graph’s clock', async () => {
    const date = new Date('2027-03-01T10:00:00Z');
    const { deps } = fakeDeps(refusal(429, '', { 'retry-after': '30', date: date.toUTCString() }));
    const error = (await kindOf(createGraph(deps).get('/me'))) as { retryAt: number };
    expect(Math.abs(error.retryAt - date.getTime() - 30_000)).toBeLessThan(2_000);
  });

  it('never carries Graph’s message, but its request id', async () => {
    const { deps } = fakeDeps(refusal(404));
    const error = await kindOf(createGraph(deps).get('/me'));
    expect(error).toEqual({ kind: 'notFound', graphRequestId: 'r-1' });
  });

  it('finds the deepest code, whatever the case of innerError', async () => {
    const answer = json({ error: { code: '', message: 'm', innererror: { code: 'Outer', InnerError: { code: 'ExistingGrant' } } } }, 400);
    const { deps } = fakeDeps(answer);
    expect(await kindOf(createGraph(deps).get('/me'))).toMatchObject({ code: 'ExistingGrant' });
  });

  it('ends with its caller', async () => {
    const { deps, calls } = fakeDeps((_call, init) => Promise.reject(init.signal?.reason as Error));
    expect(await kindOf(createGraph(deps).get('/me', { signal: AbortSignal.abort() }))).toEqual({ kind: 'unavailable' });
    expect(calls).toHaveLength(1);
  });
});

describe('a 401', () => {
  it('with a challenge asks for a token with its claims and goes on', async () => {
    const { deps, tokens } = fakeDeps(refusal(401, '', { 'www-authenticate': CHALLENGE }), json({ id: 'u-1' }));
    expect(await createGraph(deps).get('/me')).toEqual({ id: 'u-1' });
    expect(tokens).toEqual([undefined, { claims: CLAIMS }]);
  });

  it('with a challenge twice is a step-up', async () => {
    const { deps, calls } = fakeDeps(refusal(401, '', { 'www-authenticate': CHALLENGE }));
    expect(await kindOf(createGraph(deps).get('/me'))).toMatchObject({ kind: 'stepUp', claims: CLAIMS });
    expect(calls).toHaveLength(2);
  });

  it('without one renews once, then the person is signed out', async () => {
    const { deps, tokens } = fakeDeps(refusal(401));
    expect(await kindOf(createGraph(deps).get('/me'))).toMatchObject({ kind: 'signedOut' });
    expect(tokens).toEqual([undefined, { force: true }]);
  });

  it('lets a write be sent once more: it was not taken', async () => {
    const { deps, calls } = fakeDeps(refusal(401), json({ id: 'q-1' }, 201));
    expect(await createGraph(deps).write('POST', '/x', { a: 1 })).toEqual({ id: 'q-1' });
    expect(calls.map((call) => call.body)).toEqual([{ a: 1 }, { a: 1 }]);
  });
});

describe('a write', () => {
  const cells: [string, Parameters<typeof fakeDeps>, object][] = [
    ['400', [refusal(400, 'InvalidModel')], { kind: 'refused', status: 400, code: 'InvalidModel' }],
    ['403', [refusal(403, 'PermissionDenied')], { kind: 'refused', status: 403, code: 'PermissionDenied' }],
    ['404', [refusal(404)], { kind: 'notFound' }],
    ['409', [refusal(409)], { kind: 'conflict' }],
    ['429', [refusal(429, '', { 'retry-after': '1' })], { kind: 'throttled' }],
    ['408', [refusal(408)], { kind: 'unknownOutcome' }],
    ['500', [refusal(500)], { kind: 'unknownOutcome' }],
    ['503', [refusal(503, '', { 'retry-after': '1' })], { kind: 'unknownOutcome' }],
    ['504', [refusal(504)], { kind: 'unknownOutcome' }],
    ['a reset', [reset], { kind: 'unknownOutcome' }],
    ['half an answer', [body('{"id":"q-', 201)], { kind: 'unknownOutcome' }],
    ['HTML', [body('<html></html>')], { kind: 'unknownOutcome' }],
  ];
  it.each(cells)('answered with %s is never sent again', async (_name, replies, error) => {
    const { deps, calls } = fakeDeps(...replies);
    expect(await kindOf(createGraph(deps).write('POST', '/x', {}))).toMatchObject(error);
    expect(calls).toHaveLength(1);
  });

  it('may have no answer body', async () => {
    const { deps } = fakeDeps(new Response(null, { status: 204 }));
    expect(await createGraph(deps).write('POST', '/x/cancel')).toBeNull();
  });
});
