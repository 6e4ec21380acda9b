import { afterEach, expect, it, vi } from 'vitest';
import type { Viewer } from '@/lib/auth/viewer';
import { rememberContents, rememberedContents, rememberedPackage, rememberPackages } from './session-list';

const session = (sessionId: string): Viewer => ({
  sessionId,
  oid: 'u',
  tid: 't',
  name: 'u',
  userPrincipalName: 'u',
  roles: [],
  tag: 'tag',
});
const pack = { id: 'c1', displayName: 'Audit tools', description: '', isHidden: false };
const role = { id: 'r', resourceName: 'Audits', roleName: 'Member', kind: 'group', originSystem: 'AadGroup', originId: 'g' } as const;

afterEach(() => {
  vi.useRealTimers();
});

it('belongs to one session, for five minutes', () => {
  vi.useFakeTimers();
  rememberPackages(session('one'), [pack]);
  rememberContents(session('one'), 'c1', [role]);
  expect(rememberedPackage(session('one'), 'c1')).toEqual(pack);
  expect(rememberedContents(session('one'))).toEqual(new Map([['c1', ['Audits, Member']]]));
  expect(rememberedPackage(session('two'), 'c1')).toBeNull();
  expect(rememberedContents(session('two')).size).toBe(0);
  vi.advanceTimersByTime(5 * 60_000 + 1);
  expect(rememberedPackage(session('one'), 'c1')).toBeNull();
  expect(rememberedContents(session('one')).size).toBe(0);
});

it('forgets the session used longest ago when there are many, also those that only opened packages', () => {
  rememberContents(session('first'), 'c1', [role]);
  for (let at = 0; at < 2_000; at += 1) rememberContents(session(`s${at}`), 'c1', [role]);
  expect(rememberedContents(session('first')).size).toBe(0);
  expect(rememberedContents(session('s1999')).size).toBe(1);
});
