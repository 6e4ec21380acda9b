import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { literal, query, searchClause, segment } from './odata';

const parsed = (text: string) => new URL(`http://x/${text}`).searchParams;

describe('query options', () => {
  it('are spelled as the contract spells them', () => {
    expect(query({ $expand: 'assignment($expand=target)', $filter: undefined })).toBe('?$expand=assignment($expand=target)');
    expect(query({})).toBe('');
  });

  it('say what they were given, whatever it is', () => {
    const unit = fc.constantFrom("'", '"', '\\', '&', '=', '+', '#', '%', '/', ' ', 'ü', '😀', 'OR', ';', '?');
    fc.assert(
      fc.property(fc.string({ unit }), fc.string({ unit: 'grapheme' }), (one, other) => {
        const params = parsed(query({ $filter: `a eq ${literal(one)}`, $search: searchClause('displayName', other) }));
        const filter = params.get('$filter') ?? '';
        expect(filter.slice("a eq '".length, -1).replaceAll("''", "'")).toBe(one);
        expect(filter.slice("a eq '".length, -1).replaceAll("''", '')).not.toContain("'");
        const search = params.get('$search') ?? '';
        expect(search.slice('"displayName:'.length, -1).replace(/\\(.)/gsu, '$1')).toBe(other);
        expect(search.slice(1, -1).replace(/\\./gsu, '')).not.toContain('"');
      }),
    );
  });

  it('keep an id in its place', () => {
    expect(segment('a/b?c')).toBe('a%2Fb%3Fc');
    for (const id of ['', '.', '..']) expect(() => segment(id)).toThrow('notFound');
  });
});
