import { beforeEach, describe, expect, it, vi } from 'vitest';

const settings = vi.hoisted(() => ({ sessionSecrets: [] as string[] }));
vi.mock('@/lib/config', () => ({ config: () => settings }));

const { seal, unseal } = await import('./sealing');
const [first, second] = ['1'.repeat(32), '2'.repeat(32)] as const;

beforeEach(() => {
  settings.sessionSecrets = [first];
});

describe('seal', () => {
  it('opens for the same purpose and place only', () => {
    const sealed = seal('draft', 'row-1', 'typed text');
    expect(sealed).not.toContain('typed');
    expect(unseal('draft', 'row-1', sealed)).toBe('typed text');
    expect(unseal('draft', 'row-2', sealed)).toBeNull();
    expect(unseal('session', 'row-1', sealed)).toBeNull();
  });

  it('never gives the same twice', () => {
    expect(seal('draft', 'row', 'x')).not.toBe(seal('draft', 'row', 'x'));
  });

  it('does not open when changed, cut or made up', () => {
    const sealed = seal('draft', 'row', 'typed text');
    const [id = '', body = ''] = sealed.split('.');
    const flipped = body.replace(/^./, (letter) => (letter === 'A' ? 'B' : 'A'));
    for (const wrong of [`${id}.${flipped}`, `${id}.${body.slice(0, -4)}`, `${id}.AAAA`, `${id}.`, id, '', 'x.y.z', `0000.${body}`]) {
      expect(unseal('draft', 'row', wrong)).toBeNull();
    }
  });

  it('goes on opening with a secret that is no longer the first, and not with one that is gone', () => {
    const old = seal('session', 'row', 'kept');
    settings.sessionSecrets = [second, first];
    expect(unseal('session', 'row', old)).toBe('kept');
    expect(seal('session', 'row', 'new').split('.')[0]).not.toBe(old.split('.')[0]);
    settings.sessionSecrets = [second];
    expect(unseal('session', 'row', old)).toBeNull();
  });
});
