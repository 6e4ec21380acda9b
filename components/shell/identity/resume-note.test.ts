import { beforeEach, expect, it, vi } from 'vitest';
import { keepForReturn, takeResume } from './resume-note';

const kept = new Map<string, string>();
vi.stubGlobal('sessionStorage', {
  getItem: (key: string) => kept.get(key) ?? null,
  setItem: (key: string, value: string) => kept.set(key, value),
  removeItem: (key: string) => kept.delete(key),
});
beforeEach(() => kept.clear());

const note = { path: '/access-packages/1/request?policy=2#x', oid: 'ana', action: 'request', texts: { request: 'typed', other: 'also' } };
const here = '/access-packages/1/request?policy=2';

it('hands a form its text and its sending, once', () => {
  keepForReturn(note);
  expect(takeResume('request', here, 'ana')).toEqual({ text: 'typed', send: true });
  expect(takeResume('request', here, 'ana')).toBeNull();
  expect(takeResume('other', here, 'ana')).toEqual({ text: 'also', send: false });
  expect(kept.size).toBe(0);
});

it('gives nothing on another page, and throws it away for another person', () => {
  keepForReturn(note);
  expect(takeResume('request', '/requests', 'ana')).toBeNull();
  expect(takeResume('request', here, 'ben')).toBeNull();
  expect(takeResume('request', here, 'ana')).toBeNull();
});

it('keeps nothing where nothing was open, and survives nonsense', () => {
  keepForReturn({ ...note, action: null, texts: {} });
  expect(kept.size).toBe(0);
  kept.set('latchkey.resume', '{');
  expect(takeResume('request', here, 'ana')).toBeNull();
});
