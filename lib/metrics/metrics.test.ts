import { afterEach, describe, expect, it, vi } from 'vitest';
import { PortalFault } from '@/lib/portal-error';

vi.stubEnv('METRICS_TOKEN', 'a-token-for-unit-tests');
vi.stubEnv('SESSION_SECRET', 'unit-tests-only-thirty-two-bytes-or-more');
const { config } = await import('@/lib/config');
const { failed } = await import('@/lib/auth/result');
const { metricsAnswer } = await import('./endpoint');
const { count, exposition, observe } = await import('./registry');

const ask = (authorization?: string) =>
  metricsAnswer(new Request('http://localhost/api/metrics', { headers: authorization ? { authorization } : {} }));

describe('the metrics’ door', () => {
  afterEach(() => void (config().metricsToken = 'a-token-for-unit-tests'));

  it('opens with the token only', async () => {
    for (const wrong of [
      undefined,
      'Bearer',
      'Bearer ',
      'Bearer a-token-for-unit-test',
      'a-token-for-unit-tests',
      'Basic a-token-for-unit-tests',
    ])
      expect(ask(wrong).status).toBe(401);
    const answer = ask('Bearer a-token-for-unit-tests');
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
    expect(await answer.text()).toContain('process_resident_memory_bytes ');
  });

  it('is not there without a token', () => {
    config().metricsToken = null;
    expect(ask('Bearer a-token-for-unit-tests').status).toBe(404);
    expect(ask('Bearer ').status).toBe(404);
  });
});

describe('what is counted', () => {
  it('adds up by label, in the format that Prometheus reads', () => {
    count('latchkey_graph_calls_total', { method: 'GET', status: 200 });
    count('latchkey_graph_calls_total', { method: 'GET', status: 200 });
    count('latchkey_graph_calls_total', { method: 'POST', status: 0 });
    observe('latchkey_graph_seconds', { method: 'GET' }, 0.07);
    observe('latchkey_graph_seconds', { method: 'GET' }, 0.1);
    observe('latchkey_graph_seconds', { method: 'GET' }, 60);
    const lines = exposition().split('\n');
    expect(lines).toEqual(
      expect.arrayContaining([
        '# TYPE latchkey_graph_calls_total counter',
        'latchkey_graph_calls_total{method="GET",status="200"} 2',
        'latchkey_graph_calls_total{method="POST",status="0"} 1',
        'latchkey_graph_seconds_bucket{method="GET",le="0.05"} 0',
        'latchkey_graph_seconds_bucket{method="GET",le="0.1"} 2',
        'latchkey_graph_seconds_bucket{method="GET",le="30"} 2',
        'latchkey_graph_seconds_bucket{method="GET",le="+Inf"} 3',
        'latchkey_graph_seconds_count{method="GET"} 3',
      ]),
    );
    expect(lines.at(-1)).toBe('');
    for (const line of lines.slice(0, -1))
      expect(line).toMatch(/^(# (HELP|TYPE) \w+ .+|\w+(\{\w+="[^"\n]*"(,\w+="[^"\n]*")*\})? -?[\d.e+-]+)$/);
  });

  it('holds failures by kind, and never what a label should not hold', () => {
    failed(new PortalFault({ kind: 'forbidden' }), { error() {} });
    failed(new Error('a secret'), { error() {} });
    count('latchkey_failures_total', { kind: 'a"b\nc' });
    const text = exposition();
    expect(text).toContain('latchkey_failures_total{kind="forbidden"} 1\n');
    expect(text).toContain('latchkey_failures_total{kind="unexpected"} 1\n');
    expect(text).toContain('latchkey_failures_total{kind="a_b_c"} 1\n');
    expect(text).not.toContain('secret');
  });
});
