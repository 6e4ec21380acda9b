import { describe, expect, it } from 'vitest';
import { policiesAdmitting, requestablePackages } from './policies.ts';
import { subjectSetMembers } from './subject-sets.ts';
import { Scene, user } from './testing/scene.ts';

describe('policies admitting somebody', () => {
  it('keeps the highest class that applies', () => {
    const scene = new Scene();
    const ana = scene.person('ana');
    const ben = scene.person('ben');
    const audit = scene.package('Audit');
    const specific = scene.policy(audit, { allowedTargetScope: 'specificDirectoryUsers', specificAllowedTargets: [user(ana)] });
    const members = scene.policy(audit, { allowedTargetScope: 'allMemberUsers' });
    scene.policy(audit, { allowedTargetScope: 'allDirectoryUsers' });
    expect(policiesAdmitting(scene.tenant, ana, audit.id)).toEqual([specific]);
    expect(policiesAdmitting(scene.tenant, ben, audit.id)).toEqual([members]);
  });

  it('gives both of two of the same class', () => {
    const scene = new Scene();
    const audit = scene.package('Audit');
    const policies = [scene.policy(audit), scene.policy(audit)];
    expect(policiesAdmitting(scene.tenant, scene.person('ana'), audit.id)).toEqual(policies);
  });

  it('admits guests only where the catalog is externally visible', () => {
    const scene = new Scene();
    const open = scene.addCatalog('Open', { isExternallyVisible: true });
    scene.tenant.connectedOrganizations.put({ id: 'o', displayName: 'Org', description: null, state: 'configured', domains: [] });
    const guest = scene.person('guest', { userType: 'Guest', connectedOrganizationId: 'o' });
    const inside = scene.package('Inside');
    const outside = scene.package('Outside', { catalogId: open.id });
    for (const row of [inside, outside]) scene.policy(row, { allowedTargetScope: 'allConfiguredConnectedOrganizationUsers' });
    expect(requestablePackages(scene.tenant, guest)).toEqual([outside]);
    expect(requestablePackages(scene.tenant, scene.person('ana'))).toEqual([]);
  });

  it.each([
    ['an unpublished catalog', { state: 'unpublished' as const }, {}],
    ['a policy that nobody asks by', {}, { requestor: { enableTargetsToSelfAddAccess: false } }],
    ['an automatic policy', {}, { automaticRequestSettings: {} }],
    ['a policy for direct assignment', {}, { allowedTargetScope: 'notSpecified' }],
  ])('leaves out %s', (_, catalog, policy) => {
    const scene = new Scene();
    scene.tenant.catalogs.put({ ...scene.catalog, ...catalog });
    const audit = scene.package('Audit');
    scene.policy(audit, policy);
    expect(policiesAdmitting(scene.tenant, scene.person('ana'), audit.id)).toEqual([]);
  });

  it('sees a change at once', () => {
    const scene = new Scene();
    const ana = scene.person('ana');
    const audit = scene.package('Audit');
    expect(requestablePackages(scene.tenant, ana)).toEqual([]);
    scene.tenant.groups.put({ id: 'g', displayName: 'Auditors', description: null, members: [] });
    const members = { '@odata.type': '#microsoft.graph.groupMembers', groupId: 'g' };
    scene.policy(audit, { allowedTargetScope: 'specificDirectoryUsers', specificAllowedTargets: [members] });
    expect(requestablePackages(scene.tenant, ana)).toEqual([]);
    scene.tenant.groups.put({ id: 'g', displayName: 'Auditors', description: null, members: [ana.id] });
    expect(requestablePackages(scene.tenant, ana)).toEqual([audit]);
  });

  it('looks again only at what changed, with the same result', () => {
    const scene = new Scene();
    const ana = scene.person('ana');
    const names = () => requestablePackages(scene.tenant, ana).map((row) => row.displayName);
    const rows = ['One', 'Two', 'Three'].map((name) => scene.package(name));
    const policies = rows.map((row) => scene.policy(row));
    expect(names()).toEqual(['One', 'Two', 'Three']);
    const [one, two] = rows;
    if (!one || !two || !policies[0]) throw new Error('unreachable');
    scene.tenant.packages.put({ ...one, displayName: 'First' });
    scene.tenant.packages.delete(two.id);
    scene.policy(scene.package('Four'));
    expect(names()).toEqual(['First', 'Three', 'Four']);
    scene.tenant.policies.delete(policies[0].id);
    expect(names()).toEqual(['Three', 'Four']);
    scene.tenant.catalogs.put({ ...scene.catalog, state: 'unpublished' });
    expect(names()).toEqual([]);
  });
});

describe('subject sets', () => {
  it('finds managers by level, people by group and rule, and no one who is blocked', () => {
    const at = new Scene();
    const head = at.person('head');
    const lead = at.person('lead', { managerId: head.id });
    const ana = at.person('ana', { managerId: lead.id, department: 'Finance' });
    const gone = at.person('gone', { accountEnabled: false });
    const context = { requestor: ana, target: ana };
    const manager = (managerLevel: number) => ({ '@odata.type': '#microsoft.graph.requestorManager', managerLevel });
    expect(subjectSetMembers(at.tenant, [manager(1), manager(2)], context)).toEqual([lead.id, head.id]);
    expect(subjectSetMembers(at.tenant, [manager(3), user(gone)], context)).toEqual([]);
    const rule = { '@odata.type': '#microsoft.graph.attributeRuleMembers', membershipRule: '(user.department -eq "finance")' };
    expect(subjectSetMembers(at.tenant, [rule], context)).toEqual([ana.id]);
  });
});
