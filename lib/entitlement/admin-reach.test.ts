import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { keptAdminReach } from './admin-reach';
import { fakeGraph, fault } from './testing/fake-graph';

/** An administrator of one catalog, or of nothing. */
function directory(roles: () => unknown[]) {
  return fakeGraph((path) => {
    if (path.includes('/roleAssignments')) return { value: roles() };
    if (path.includes('/assignments')) return fault({ kind: 'forbidden' });
    return { value: roles().length > 0 ? [{ id: 'c1' }] : [] };
  });
}

const catalogRole = { appScopeId: '/AccessPackageCatalog/1' };

afterEach(() => vi.useRealTimers());

describe('what somebody administers', () => {
  it('is asked once in five minutes of a session, and by each session for itself', async () => {
    vi.useFakeTimers({ toFake: ['performance'] });
    const { graph, asked } = directory(() => [catalogRole]);
    const session = randomUUID();
    expect(await keptAdminReach(graph, session)).toEqual({ kind: 'catalogs' });
    vi.advanceTimersByTime(4 * 60_000);
    expect(await keptAdminReach(graph, session)).toEqual({ kind: 'catalogs' });
    expect(asked).toHaveLength(3);
    await keptAdminReach(graph, randomUUID());
    expect(asked).toHaveLength(6);
    vi.advanceTimersByTime(2 * 60_000);
    await keptAdminReach(graph, session);
    expect(asked).toHaveLength(9);
  });

  it('counts at once where there was nothing before', async () => {
    const roles: unknown[] = [];
    const { graph } = directory(() => roles);
    const session = randomUUID();
    expect(await keptAdminReach(graph, session)).toEqual({ kind: 'none' });
    roles.push(catalogRole);
    expect(await keptAdminReach(graph, session)).toEqual({ kind: 'catalogs' });
  });

  it('is not kept where it could not be read', async () => {
    const session = randomUUID();
    const broken = fakeGraph(() => fault({ kind: 'unavailable' }));
    await expect(keptAdminReach(broken.graph, session)).rejects.toMatchObject({ error: { kind: 'unavailable' } });
    expect(await keptAdminReach(directory(() => [catalogRole]).graph, session)).toEqual({ kind: 'catalogs' });
  });
});
