import { describe, expect, it } from 'vitest';
import { requestablePackages } from '../engine/policies.ts';
import { settle } from '../engine/transitions.ts';
import { PartitionTenant } from '../tenant/partition.ts';
import type { Sizes } from '../tenant/world.ts';
import { seedGenerated } from './generated.ts';
import { personOf } from './people.ts';
import { seedBare } from './seeds.ts';

const NOW = Date.UTC(2026, 10, 24, 10, 42);

function generated(sizes: Sizes): PartitionTenant {
  const tenant = new PartitionTenant('bulk');
  tenant.seed(NOW, (rows) => {
    seedBare(rows);
    seedGenerated(rows, { packages: 0, assignments: 0, people: 0, ...sizes });
  });
  return tenant;
}

describe('generated rows', () => {
  it('are as many as asked for, and packages are open to every member', () => {
    const tenant = generated({ packages: 4000, people: 30, assignments: 900 });
    expect([tenant.packages.size, tenant.people.size, tenant.assignments.size]).toEqual([4000, 91, 900]);
    expect(requestablePackages(tenant, personOf(tenant, 'ana.ruiz'))).toHaveLength(4000);
    expect(new Set([...tenant.packages.values()].map((row) => row.displayName)).size).toBe(4000);
    expect([...tenant.people.values()].filter((person) => person.listed)).toHaveLength(61);
    expect(new Set([...tenant.people.values()].map((person) => person.userPrincipalName)).size).toBe(91);
  });

  it('give nobody a package twice, and one package to everybody', () => {
    const tenant = generated({ packages: 200, assignments: 6000 });
    const pairs = [...tenant.assignments.values()].map((row) => `${row.packageId} ${row.subjectId}`);
    expect(new Set(pairs).size).toBe(6000);
    const [first] = tenant.packages.values();
    expect(tenant.assignments.by('packageId', first?.id ?? '')).toHaveLength(100);
  });

  it('leave the seeded people alone and nothing overdue', () => {
    const tenant = generated({ packages: 50, assignments: 300 });
    tenant.setClock({ now: NOW, frozen: true });
    expect(tenant.assignments.by('subjectId', tenant.subjectOf(personOf(tenant, 'ana.ruiz')).id)).toEqual([]);
    settle(tenant);
    expect(tenant.requests.size).toBe(0);
  });

  it('end what somebody would hold twice, where there are too few packages', () => {
    const tenant = generated({ packages: 5, people: 10, assignments: 100 });
    const live = [...tenant.assignments.values()]
      .filter((row) => row.state !== 'expired')
      .map((row) => `${row.packageId} ${row.subjectId}`);
    expect(new Set(live).size).toBe(live.length);
    expect(tenant.assignments.size).toBe(100);
  });

  it('bring people and packages along where none were asked for', () => {
    const tenant = generated({ assignments: 500 });
    expect([tenant.packages.size, tenant.assignments.size]).toEqual([20, 500]);
  });
});
