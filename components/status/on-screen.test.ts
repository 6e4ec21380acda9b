import { describe, expect, it } from 'vitest';
import { idsOnScreen } from './on-screen';

describe('idsOnScreen', () => {
  const row = (id: string, top: number) => ({ dataset: { id }, getBoundingClientRect: () => ({ top, bottom: top + 70 }) });
  const list = { querySelectorAll: () => [row('far above', -2_000), row('just above', -500), row('seen', 100), row('below', 3_000)] };

  it('finds what is on the screen or near it', () => {
    expect([...idsOnScreen(list, 900)]).toEqual(['just above', 'seen']);
  });

  it('finds nothing before the list is drawn', () => {
    expect(idsOnScreen(null, 900).size).toBe(0);
  });
});
