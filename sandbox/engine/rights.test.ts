import { describe, expect, it } from 'vitest';
import { EM_ROLES } from '../tenant/model.ts';
import { rightsOf } from './rights.ts';
import { Scene } from './testing/scene.ts';

describe('rights', () => {
  it('gives an Identity Governance Administrator everything in every catalog', () => {
    const scene = new Scene();
    const rights = rightsOf(scene.tenant, scene.admin());
    expect(rights).toMatchObject({ tenantRead: true, tenantWrite: true, canCreateCatalogs: true });
    expect(rights.catalog(scene.catalog.id)).toEqual({ read: true, managePackages: true, manageAssignments: true, owner: true });
  });

  it.each(['Security Reader', 'Global Reader', 'Compliance Administrator', 'Security Administrator'])(
    'lets a %s read and no more',
    (role) => {
      const scene = new Scene();
      const rights = rightsOf(scene.tenant, scene.person('reader', { directoryRoles: [role] }));
      expect(rights).toMatchObject({ tenantRead: true, tenantWrite: false, canCreateCatalogs: false });
      expect(rights.catalog(scene.catalog.id)).toEqual({ read: true, managePackages: false, manageAssignments: false, owner: false });
    },
  );

  it.each([
    [EM_ROLES.catalogOwner, { read: true, managePackages: true, manageAssignments: true, owner: true }],
    [EM_ROLES.catalogReader, { read: true, managePackages: false, manageAssignments: false, owner: false }],
    [EM_ROLES.packageManager, { read: true, managePackages: true, manageAssignments: true, owner: false }],
    [EM_ROLES.assignmentManager, { read: true, managePackages: false, manageAssignments: true, owner: false }],
  ])('keeps role %s to its catalog', (role, expected) => {
    const scene = new Scene();
    const other = scene.addCatalog('Other');
    const person = scene.person('manager');
    scene.role(person, role);
    const rights = rightsOf(scene.tenant, person);
    expect(rights.catalog(scene.catalog.id)).toEqual(expected);
    expect(rights.catalog(other.id).read).toBe(false);
    expect(rights).toMatchObject({ tenantRead: false, tenantWrite: false, catalogIds: [scene.catalog.id] });
  });

  it('adds up roles, and takes one at "/" for every catalog', () => {
    const scene = new Scene();
    const other = scene.addCatalog('Other');
    const person = scene.person('manager');
    scene.role(person, EM_ROLES.catalogReader);
    scene.role(person, EM_ROLES.assignmentManager, null);
    const rights = rightsOf(scene.tenant, person);
    expect(rights.catalog(other.id)).toMatchObject({ read: true, manageAssignments: true, managePackages: false });
    expect(rights.tenantRead).toBe(true);
    expect(rights.tenantWrite).toBe(false);
  });

  it('reaches members of a group that holds the role', () => {
    const scene = new Scene();
    const person = scene.person('member');
    const group = scene.tenant.groups.put({ id: 'g', displayName: 'Group', description: null, members: [person.id] });
    scene.role({ ...person, id: group.id }, EM_ROLES.catalogOwner);
    expect(rightsOf(scene.tenant, person).catalog(scene.catalog.id).owner).toBe(true);
  });

  it('lets a catalog creator create, and read nothing', () => {
    const scene = new Scene();
    const person = scene.person('creator');
    scene.role(person, EM_ROLES.catalogCreator, null);
    expect(rightsOf(scene.tenant, person)).toMatchObject({ canCreateCatalogs: true, tenantRead: false, catalogIds: [] });
  });
});
