import { describe, expect, it } from 'vitest';
import type { RequestState } from '@/lib/entitlement/request-states';
import { newsOf } from './news';

const sight = (id: string, state: RequestState) => ({ id, state, title: `Package ${id}`, body: `Now: ${state}` });
const told = (before: Record<string, RequestState>, ...seen: ReturnType<typeof sight>[]) => newsOf(before, seen).news.map(({ id }) => id);

describe('what is news', () => {
  it('is a move of a request that was seen open', () => {
    expect(told({ a: 'pendingApproval' }, sight('a', 'delivering'))).toEqual(['a']);
    expect(told({ a: 'pendingApproval' }, sight('a', 'denied'))).toEqual(['a']);
    expect(told({ a: 'pendingApproval' }, sight('a', 'pendingApproval'))).toEqual([]);
  });

  it('is not what was never seen before, nor a request being taken in', () => {
    expect(told({}, sight('a', 'denied'), sight('b', 'pendingApproval'))).toEqual([]);
    expect(told({ a: 'submitted', b: 'submitted' }, sight('a', 'pendingApproval'), sight('b', 'delivered'))).toEqual(['b']);
  });

  it('is told once: what has ended is forgotten, what is open is watched on, also where a look did not show it', () => {
    const first = newsOf({ a: 'pendingApproval', c: 'scheduled' }, [sight('a', 'delivered'), sight('b', 'submitted')]);
    expect(first.watched).toEqual({ c: 'scheduled', b: 'submitted' });
    expect(newsOf(first.watched, [sight('a', 'delivered')]).news).toEqual([]);
  });

  it('is not what the person did here', () => {
    expect(newsOf({ a: 'pendingApproval' }, [sight('a', 'canceled')], ['a'])).toEqual({ news: [], watched: {} });
  });

  it('watches a hundred at most, the newest', () => {
    const many = Array.from({ length: 150 }, (_, index) => sight(`r${index}`, 'pendingApproval'));
    const { watched } = newsOf({}, many);
    expect(Object.keys(watched)).toHaveLength(100);
    expect(watched.r149).toBe('pendingApproval');
  });
});
