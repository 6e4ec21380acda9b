import { expect, it } from 'vitest';
import config from '../../next.config.js';

it('gives built files their headers, opens no picture optimizer, holds no long body before the guard', async () => {
  expect(config.images?.unoptimized).toBe(true);
  expect(config.poweredByHeader).toBe(false);
  expect(config.experimental?.proxyClientMaxBodySize).toBe('1mb');
  const [built] = (await config.headers?.()) ?? [];
  expect(built?.source).toBe('/_next/static/:path*');
  expect(built?.headers).toContainEqual({ key: 'x-content-type-options', value: 'nosniff' });
});
