import { expect, it, vi } from 'vitest';

it('tells the other tabs, never the one that speaks', async () => {
  const here = await import('./tabs');
  vi.resetModules();
  const there = await import('./tabs');
  const [own, other] = [vi.fn(), vi.fn()];
  const stopOwn = here.hearTabs(own);
  const stopOther = there.hearTabs(other);
  here.tellTabs({ type: 'signed-out' });
  await expect.poll(() => other.mock.calls).toEqual([[{ type: 'signed-out' }]]);
  expect(own).not.toHaveBeenCalled();
  stopOther();
  there.tellTabs({ type: 'leaving' });
  await expect.poll(() => own.mock.calls).toEqual([[{ type: 'leaving' }]]);
  stopOwn();
});
