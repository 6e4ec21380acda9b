import { describe, expect, it } from 'vitest';
import { messagesOf } from '@/lib/i18n/testing/message-files';
import { rowOf } from '../testing/rows';
import { theirSentence, theirStory } from './theirs';
import { foundRows, isForOther } from './whose';

const nadia = { objectId: 'u-2', displayName: 'Nadia Benali', email: 'nadia@tidewater.example' };
const nothing = { isTheirs: false, isMine: false };

describe('a request I created', () => {
  it('is for somebody else as Graph says', () => {
    expect(isForOther(rowOf({ target: nadia }), 'me', nothing)).toBe(true);
    expect(isForOther(rowOf(), 'ME', nothing)).toBe(false);
  });

  it('or as the portal remembers, where Graph is silent; one that nothing tells of is not lost', () => {
    const silent = rowOf({ target: null });
    expect(isForOther(silent, 'me', { isTheirs: true, isMine: false })).toBe(true);
    expect(isForOther(silent, 'me', { isTheirs: false, isMine: true })).toBe(false);
    expect(isForOther(silent, 'me', nothing)).toBe(true);
  });

  it('is none where an administrator assigned', () => {
    expect(isForOther(rowOf({ target: nadia, requestType: 'adminAdd' }), 'me', nothing)).toBe(false);
  });
});

it('is found by person, package and state, accents or not', () => {
  const rows = [rowOf({ target: nadia }), rowOf({ id: 'r-2', target: { ...nadia, displayName: 'Léa Moreau', email: '' } })];
  const ids = (search: string) => foundRows(rows, search, () => 'Waiting for approval').map(({ id }) => id);
  expect(ids('')).toEqual(['r-1', 'r-2']);
  expect(ids('lea quality')).toEqual(['r-2']);
  expect(ids('waiting')).toHaveLength(2);
  expect(ids('denied')).toEqual([]);
});

it('speaks of them with the words of the reader’s own story, key by key', () => {
  expect(theirSentence('haveUntil')).toBe('haveUntil');
  expect(theirSentence('ended')).toBeNull();
  expect(theirStory('next.denied')).toBe('next.denied');
  expect(theirStory('next.submitted')).toBeNull();
  const at = (of: unknown, path: string) => path.split('.').reduce((one: unknown, key) => (one as Record<string, unknown>)[key], of);
  const requests = messagesOf('en', 'requests');
  for (const key of ['next.pendingApproval', 'next.have', 'step.deniedText'])
    expect(at(requests, theirStory(key) ?? '')).toBeTypeOf('string');
});
