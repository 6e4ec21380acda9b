import { describe, expect, it } from 'vitest';
import { arrange, facetCounts, type BrowseChoice } from './browse-view';
import type { PackageRow } from './package-row-data';
import type { RequirementFacts } from './requirement-facts';

const row = (id: string, displayName: string): PackageRow => ({ id, displayName, description: '', inside: null });
const rows = [row('1', 'Zeta'), row('2', 'alpha 10'), row('3', 'Alpha 9')];
const facts = (over: Partial<RequirementFacts>): RequirementFacts => ({
  ways: 1,
  approval: 'needed',
  asksNothing: false,
  terms: [],
  ...over,
});
const known = {
  marks: { '1': { kind: 'held', tag: { word: 'held', values: {} }, tone: 'open', requestId: null, assignmentId: 'a' } as const },
  facts: { '1': facts({}), '2': facts({ approval: 'notNeeded', asksNothing: true }) },
};
const choice: BrowseChoice = { found: null, only: new Set(), order: 'listed', locale: 'en' };
const ids = (over: Partial<BrowseChoice>) => arrange(rows, { ...choice, ...over }, known).shown.map((each) => each.id);

describe('arrange', () => {
  it('keeps the order of the list, of the search, of the names, mine first', () => {
    expect(ids({})).toEqual(['1', '2', '3']);
    expect(ids({ found: ['3', '1'], order: 'match' })).toEqual(['3', '1']);
    expect(ids({ order: 'name' })).toEqual(['3', '2', '1']);
    expect(ids({ order: 'mine' })).toEqual(['1', '3', '2']);
  });

  it('leaves out what is not known, and counts it', () => {
    expect(arrange(rows, { ...choice, only: new Set(['noApproval'] as const) }, known)).toMatchObject({ shown: [{ id: '2' }], unknown: 1 });
  });

  it('knows nothing of mine where the marks could not be read', () => {
    expect(arrange(rows, { ...choice, only: new Set(['notMine'] as const) }, { ...known, marks: null })).toEqual({
      shown: [],
      unknown: 3,
    });
    expect(ids({ only: new Set(['notMine'] as const) })).toEqual(['2', '3']);
  });

  it('drops found ids that are gone', () => expect(ids({ found: ['9', '2'], order: 'match' })).toEqual(['2']));
});

describe('facetCounts', () => {
  it('counts, and says when a count is not whole', () => {
    expect(facetCounts(rows, known)).toEqual({
      noApproval: { count: 1, whole: false },
      asksNothing: { count: 1, whole: false },
      notMine: { count: 2, whole: true },
    });
  });
});
