import { beforeAll, expect, it } from 'vitest';
import { namespaces } from './namespaces';
import { flat, messagesOf } from './testing/message-files';
import { readUses, type Uses } from './testing/used-keys';

const written = namespaces.flatMap((namespace) => [...flat(messagesOf('en', namespace)).keys()].map((key) => `${namespace}.${key}`));
let read: Uses;

// The type checker walks the whole portal.
beforeAll(() => {
  read = readUses(process.cwd());
}, 180_000);

it('has no message that no code asks for', () => {
  expect(written.filter((key) => !read.uses(key))).toEqual([]);
});

it('has every message that code asks for', () => {
  const known = new Set(written);
  expect([...read.asked].filter(([key]) => !known.has(key)).map(([key, place]) => `${key} at ${place}`)).toEqual([]);
});
