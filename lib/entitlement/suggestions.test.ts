import { describe, expect, it } from 'vitest';
import { suggestions } from './suggestions';
import { badRequest, fakeGraph, fault } from './testing/fake-graph';

const people = (count: unknown, names: unknown[] = []) => ({
  '@odata.type': '#microsoft.graph.accessPackageSuggestionRelatedPeopleBased',
  relatedPeopleAssignmentCount: count,
  relatedPeople: names.map((displayName) => ({ id: 'u', displayName })),
});
const past = (last: unknown) => ({
  '@odata.type': '#microsoft.graph.accessPackageSuggestionSelfAssignmentHistoryBased',
  pastAssignmentCount: 2,
  lastAssignmentDateTime: last,
});
const pack = (id: string, more: object = {}) => ({ id, displayName: `Package ${id}`, ...more });

describe('suggestions', () => {
  it('come with their reasons, names as far as told', async () => {
    const { graph, asked } = fakeGraph(() => ({
      value: [
        { id: 'c1', accessPackage: pack('c1'), reasons: [people(3, ['Ana Ruiz', '']), past('2026-05-01T08:00:00Z')] },
        { id: 'c2', accessPackage: pack('c2'), reasons: [people('2'), { '@odata.type': '#microsoft.graph.somethingNew' }] },
      ],
    }));
    expect(await suggestions(graph)).toMatchObject([
      {
        accessPackage: { id: 'c1', displayName: 'Package c1' },
        reasons: [
          { kind: 'people', count: 3, names: ['Ana Ruiz'] },
          { kind: 'past', lastDateTime: '2026-05-01T08:00:00.000Z' },
        ],
      },
      { accessPackage: { id: 'c2' }, reasons: [{ kind: 'people', count: 2, names: [] }] },
    ]);
    expect(asked).toEqual([
      "/identityGovernance/entitlementManagement/accessPackageSuggestions/filterByCurrentUser(on='relatedPeopleAssignments,assignmentHistory')?$expand=accessPackage",
    ]);
  });

  it('are none without a package that was told, without a reason to say, or hidden', async () => {
    const value = [
      null,
      { id: 'c1', reasons: [people(1)] },
      { id: 'c2', accessPackage: pack('c2'), reasons: [] },
      { id: 'c3', accessPackage: pack('c3'), reasons: [people(0), { '@odata.type': '#microsoft.graph.somethingNew' }] },
      { id: 'c4', accessPackage: pack('c4', { isHidden: true }), reasons: [past(null)] },
    ];
    expect(await suggestions(fakeGraph(() => ({ value })).graph)).toEqual([]);
  });

  it('are none where tenant or cloud have none; other failures are thrown', async () => {
    for (const refusal of [fault({ kind: 'notFound' }), fault({ kind: 'forbidden' }), badRequest()])
      expect(await suggestions(fakeGraph(() => refusal).graph)).toEqual([]);
    await expect(suggestions(fakeGraph(() => fault({ kind: 'unavailable' })).graph)).rejects.toThrow();
  });
});
