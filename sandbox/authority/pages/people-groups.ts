import type { Person } from '../../tenant/model.ts';
import type { Tenant } from '../../tenant/tenant.ts';

export interface PeopleGroup {
  title: string;
  people: Person[];
}

/** The four to begin with: an employee, a manager, an approver, an administrator. */
const FIRST = ['ana.ruiz@', 'lea.moreau@', 'jonas.weber@', 'priya.nair@'];

/** The people of the sign-in page by what they show, each in the first group that fits; empty groups are left out. */
export function groupPeople(tenant: Tenant, people: readonly Person[], loginHint: string | null): PeopleGroup[] {
  const hint = loginHint?.toLowerCase();
  const kinds: [title: string, fits: (person: Person) => boolean][] = [
    ['Go on as', (person) => hint !== undefined && person.userPrincipalName.toLowerCase() === hint],
    ['Start with one of these', (person) => FIRST.some((start) => person.userPrincipalName.startsWith(start))],
    [
      'They administer or may read it all',
      (person) => person.directoryRoles.length > 0 || tenant.roleAssignments.by('principalId', person.id).length > 0,
    ],
    ['Requests wait for them', (person) => tenant.requests.by('approverId', person.id).length > 0],
    ['They lead a team', (person) => tenant.people.by('managerId', person.id).length > 0],
    ['Guests', (person) => person.userType === 'Guest'],
    ['They read another language', (person) => !(person.preferredLanguage ?? 'en').startsWith('en')],
    ['Everyone else', () => true],
  ];
  const groups = kinds.map(([title]) => ({ title, people: [] as Person[] }));
  for (const person of people) {
    const at = kinds.findIndex(([, fits]) => fits(person));
    groups[at]?.people.push(person);
  }
  groups[1]?.people.sort((a, b) => rank(a) - rank(b));
  return groups.filter((group) => group.people.length > 0);
}

function rank(person: Person): number {
  return FIRST.findIndex((start) => person.userPrincipalName.startsWith(start));
}
