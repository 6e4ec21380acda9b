import { beforeEach, expect, it, vi } from 'vitest';

const settings = vi.hoisted(() => ({ secure: true, port: 3000 }));
const set = vi.hoisted(() => vi.fn());
const get = vi.hoisted(() => vi.fn());
vi.mock('@/lib/config', () => ({ config: () => settings }));
vi.mock('next/headers', () => ({ cookies: async () => ({ set, get }) }));

const { clearSessionCookie, newSessionToken, presentedSessionId, sessionCookieName, setSessionCookie } = await import('./session-cookie');

beforeEach(() => {
  settings.secure = true;
  set.mockClear();
});

it('is __Host-, Secure, HttpOnly, SameSite and of path / on https', async () => {
  await setSessionCookie('value', 1000);
  expect(set).toHaveBeenCalledWith('__Host-latchkey-session', 'value', {
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    secure: true,
    expires: new Date(1000),
  });
  await clearSessionCookie();
  expect(set).toHaveBeenLastCalledWith(
    '__Host-latchkey-session',
    '',
    expect.objectContaining({ secure: true, path: '/', expires: new Date(0) }),
  );
});

it('is HttpOnly and SameSite on http for localhost too', async () => {
  settings.secure = false;
  await setSessionCookie('value', 1000);
  expect(set).toHaveBeenCalledWith(
    'latchkey-session-3000',
    'value',
    expect.objectContaining({ httpOnly: true, sameSite: 'lax', secure: false }),
  );
  expect(sessionCookieName()).not.toContain('__Host-');
});

it('is read only in the shape that was given out', async () => {
  for (const value of ['', 'short', `${'a'.repeat(43)}=`, 'a'.repeat(44), "' or 1=1 --"]) {
    get.mockReturnValue({ value });
    expect(await presentedSessionId()).toBeNull();
  }
  const token = newSessionToken();
  get.mockReturnValue({ value: token });
  expect(await presentedSessionId()).toMatch(/^[0-9a-f]{64}$/);
  expect(newSessionToken()).not.toBe(token);
});
