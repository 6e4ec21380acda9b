import type { Person, SubjectSet } from '../tenant/model.ts';
import type { Tenant } from '../tenant/tenant.ts';

/** Whom `requestorManager` and `targetManager` speak about. */
export interface SubjectContext {
  requestor?: Person;
  target?: Person;
}

/** The kind of a subject set, without the namespace: `singleUser`, `groupMembers`, … */
export function subjectKind(set: SubjectSet): string {
  return set['@odata.type'].replace(/^#?microsoft\.graph\./i, '');
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** The manager so many levels above somebody; level 1 is the direct one. */
function managerOf(tenant: Tenant, person: Person | undefined, level: unknown): Person | undefined {
  const levels = Math.max(1, Number(level ?? 1) || 1);
  let found = person;
  for (let up = 0; up < levels && found; up += 1) found = found.managerId === null ? undefined : tenant.people.get(found.managerId);
  return found;
}

/** The one form of membership rule that is understood: `(user.department -eq "Finance")` [choice]. */
function ruleMatches(rule: string, person: Person): boolean {
  const parts = /^\s*\(?\s*user\.(\w+)\s+-eq\s+"([^"]*)"\s*\)?\s*$/i.exec(rule);
  if (!parts) return false;
  const field = Object.entries(person).find(([name]) => name.toLowerCase() === parts[1]?.toLowerCase());
  return typeof field?.[1] === 'string' && field[1].toLowerCase() === parts[2]?.toLowerCase();
}

/** Whether this person is in the set (contract §3, subjectSet). Sponsors and application owners are not modelled and hold nobody. */
export function subjectSetContains(tenant: Tenant, set: SubjectSet, person: Person, context: SubjectContext = {}): boolean {
  switch (subjectKind(set)) {
    case 'singleUser':
      return text(set.userId) === person.id;
    case 'groupMembers':
      return tenant.groups.get(text(set.groupId))?.members.includes(person.id) ?? false;
    case 'connectedOrganizationMembers':
      return person.connectedOrganizationId !== null && text(set.connectedOrganizationId) === person.connectedOrganizationId;
    case 'requestorManager':
      return managerOf(tenant, context.requestor, set.managerLevel)?.id === person.id;
    case 'targetManager':
      return managerOf(tenant, context.target, set.managerLevel)?.id === person.id;
    case 'attributeRuleMembers':
      return ruleMatches(text(set.membershipRule), person);
    default:
      return false;
  }
}

/** Directory ids of everyone in these sets, each once, in the sets' order. */
export function subjectSetMembers(tenant: Tenant, sets: readonly SubjectSet[], context: SubjectContext): string[] {
  const found = new Set<string>();
  for (const set of sets) for (const id of membersOf(tenant, set, context)) if (tenant.people.get(id)?.accountEnabled) found.add(id);
  return [...found];
}

function membersOf(tenant: Tenant, set: SubjectSet, context: SubjectContext): readonly string[] {
  switch (subjectKind(set)) {
    case 'singleUser':
      return [text(set.userId)];
    case 'groupMembers':
      return tenant.groups.get(text(set.groupId))?.members ?? [];
    case 'requestorManager':
      return idOf(managerOf(tenant, context.requestor, set.managerLevel));
    case 'targetManager':
      return idOf(managerOf(tenant, context.target, set.managerLevel));
    case 'connectedOrganizationMembers':
    case 'attributeRuleMembers':
      return Array.from(tenant.people.values())
        .filter((person) => subjectSetContains(tenant, set, person, context))
        .map((person) => person.id);
    default:
      return [];
  }
}

function idOf(person: Person | undefined): string[] {
  return person ? [person.id] : [];
}
