import type { Answer, Assignment, AssignmentState, Person, Schedule } from '../tenant/model.ts';
import type { Tenant } from '../tenant/tenant.ts';
import type { Sizes } from '../tenant/world.ts';
import { personName } from './generated-names.ts';
import { generatePackages } from './generated-packages.ts';
import type { GeneratedPackage } from './generated-packages.ts';
import { DAY, iso } from './instants.ts';
import { COMPANY_DOMAIN } from './people.ts';

/** Where no number of people or packages was asked for, assignments bring along as many as a large company would have. */
const ASSIGNMENTS_PER_PERSON = 60;
const ASSIGNMENTS_PER_PACKAGE = 25;
const REPORTS_PER_MANAGER = 12;

const NO_ANSWERS: Answer[] = [];
const NOBODY: string[] = [];

/** Adds deterministic bulk rows: people off the sign-in page, packages that every member may ask for, and assignments of them. */
export function seedGenerated(tenant: Tenant, sizes: Required<Sizes>): void {
  const { assignments } = sizes;
  const known = existingPackages(tenant);
  const wanted = sizes.packages > 0 || known.length > 0 ? sizes.packages : Math.ceil(assignments / ASSIGNMENTS_PER_PACKAGE);
  const generated = generatePackages(tenant, wanted);
  const packages = generated.length > 0 ? generated : known;
  const holders = Math.ceil(assignments / Math.min(ASSIGNMENTS_PER_PERSON, Math.max(1, packages.length)));
  const people = generatePeople(tenant, sizes.people > 0 ? sizes.people : holders);
  generateAssignments(tenant, assignments, people, packages);
}

function existingPackages(tenant: Tenant): GeneratedPackage[] {
  return [...tenant.packages.values()].flatMap((row) => {
    const policy = tenant.policies.by('packageId', row.id)[0];
    return policy && !row.isHidden ? [{ packageId: row.id, policyId: policy.id }] : [];
  });
}

function generatePeople(tenant: Tenant, count: number): Person[] {
  return Array.from({ length: count }, (_, index) => tenant.people.put(toPerson(tenant, index)));
}

function toPerson(tenant: Tenant, index: number): Person {
  const { givenName, surname, key, jobTitle, department, office } = personName(index);
  const address = `${key}@${COMPANY_DOMAIN}`;
  const manager = index - (index % REPORTS_PER_MANAGER);
  return {
    id: tenant.newId(`generated/person/${index}`),
    userPrincipalName: address,
    displayName: `${givenName} ${surname}`,
    givenName,
    surname,
    mail: address,
    jobTitle,
    department,
    officeLocation: office,
    mobilePhone: null,
    businessPhones: NOBODY,
    preferredLanguage: 'en-GB',
    userType: 'Member',
    accountEnabled: true,
    managerId: manager === index ? null : tenant.newId(`generated/person/${manager}`),
    directoryRoles: NOBODY,
    appRoles: NOBODY,
    about: 'Generated',
    connectedOrganizationId: null,
    listed: false,
  };
}

/** No person has a package twice at a time; everybody gets the first one, so that one list is long. */
function generateAssignments(tenant: Tenant, count: number, people: readonly Person[], packages: readonly GeneratedPackage[]): void {
  if (people.length === 0 || packages.length === 0) return;
  const schedules = new Map<number, Schedule>();
  const subjects = people.map((person) => tenant.subjectOf(person).id);
  for (let index = 0; index < count; index += 1) {
    const who = index % people.length;
    const turn = Math.floor(index / people.length);
    const place = turn === 0 ? 0 : 1 + ((who * 131 + turn) % Math.max(1, packages.length - 1));
    const given = packages[place % packages.length];
    const person = people[who];
    if (!given || !person) continue;
    const state = turn < packages.length ? stateOf(index) : 'expired';
    tenant.assignments.put(toAssignment(tenant, index, given, subjects[who] ?? '', person.id, state, schedules));
  }
}

const STATUS: Record<AssignmentState, string> = {
  delivering: 'Delivering',
  delivered: 'Delivered',
  partiallyDelivered: 'PartiallyDelivered',
  deliveryFailed: 'DeliveryFailed',
  expired: 'ExpiredNotificationTriggered',
};

/** Of a hundred: 90 delivered, 7 ended, 2 failed, 1 partly set up. */
function stateOf(index: number): AssignmentState {
  const kind = (index * 37) % 100;
  if (kind < 90) return 'delivered';
  if (kind < 97) return 'expired';
  return kind < 99 ? 'deliveryFailed' : 'partiallyDelivered';
}

/** Half of what has not ended has no end. */
function toAssignment(
  tenant: Tenant,
  index: number,
  given: GeneratedPackage,
  subjectId: string,
  createdBy: string,
  state: AssignmentState,
  schedules: Map<number, Schedule>,
): Assignment {
  const now = tenant.now();
  const startedDaysAgo = 91 + ((index * 13) % 200);
  const endsInDays = state === 'expired' ? -((index % 60) + 1) : index % 2 === 0 ? null : 1 + ((index * 17) % 364);
  return {
    id: tenant.newId(`generated/assignment/${index}`),
    packageId: given.packageId,
    policyId: given.policyId,
    subjectId,
    state,
    status: STATUS[state],
    schedule: sharedSchedule(schedules, now, startedDaysAgo, endsInDays),
    answers: NO_ANSWERS,
    createdBy,
    approvedBy: NOBODY,
    createdAt: now - startedDaysAgo * DAY,
    expiredAt: state === 'expired' && endsInDays !== null ? now + endsInDays * DAY : null,
  };
}

/** Rows are never changed in place, so those of the same days share one schedule. */
function sharedSchedule(schedules: Map<number, Schedule>, now: number, startedDaysAgo: number, endsInDays: number | null): Schedule {
  const key = startedDaysAgo * 1000 + (endsInDays ?? 500);
  const known = schedules.get(key);
  if (known) return known;
  const endDateTime = endsInDays === null ? null : iso(now + endsInDays * DAY);
  const made: Schedule = {
    startDateTime: iso(now - startedDaysAgo * DAY),
    recurrence: null,
    expiration: { type: endDateTime === null ? 'noExpiration' : 'afterDateTime', endDateTime, duration: null },
  };
  schedules.set(key, made);
  return made;
}
