import { requestablePackages } from '../../engine/policies.ts';
import { isoInstant } from '../../tenant/durations.ts';
import type { AccessPackage, Person } from '../../tenant/model.ts';
import { param } from '../call.ts';
import type { Call, Reply } from '../call.ts';
import { badRequest } from '../odata/options.ts';
import { page } from '../odata/page.ts';
import type { Wire } from '../odata/project.ts';
import { one } from '../odata/shape.ts';
import type { Shape } from '../odata/shape.ts';
import { collection, EM_CONTEXT } from '../reply.ts';
import type { Route } from '../routing.ts';
import { enumMember } from '../schema/schema.ts';
import { SELF_READ } from '../scopes.ts';
import { availablePackageShape } from '../shapes/access-packages.ts';

/** Contract §4.4. */
export const suggestionRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/identityGovernance/entitlementManagement/accessPackageSuggestions/filterByCurrentUser(on)',
    scopes: SELF_READ,
    globalOnly: true,
    run: suggestions,
  },
];

interface Suggestion {
  id: string;
  accessPackage: AccessPackage;
  reasons: Wire[];
}

const suggestionShape: Shape<Suggestion> = {
  type: 'accessPackageSuggestion',
  properties: { id: (row) => row.id, reasons: (row) => row.reasons },
  relations: {
    accessPackage: one(
      () => availablePackageShape,
      (row) => row.accessPackage,
    ),
  },
};

function suggestions(call: Call): Reply {
  const flags = param(call, 'on')
    .split(',')
    .map((flag) => {
      const member = enumMember('accessPackageSuggestionFilterByCurrentUserOptions', flag.trim());
      if (member === undefined || member === 'unknownFutureValue') throw badRequest(`The value '${flag}' of 'on' is not valid.`);
      return member;
    });
  return collection(call, page(call, suggestionsFor(call, flags), suggestionShape, call.options), `${EM_CONTEXT}/accessPackageSuggestions`);
}

/** Packages the caller may request and does not hold, that people near them hold or that they once held. */
function suggestionsFor(call: Call, flags: readonly string[]): Suggestion[] {
  const { tenant, caller } = call;
  const reasons = new Map<string, Wire[]>();
  const add = (packageId: string, reason: Wire): void => {
    reasons.set(packageId, [...(reasons.get(packageId) ?? []), reason]);
  };
  if (flags.includes('relatedPeopleAssignments')) for (const [id, people] of heldNearby(call)) add(id, relatedPeople(people));
  const mine = tenant.subjects.by('objectId', caller.person.id).flatMap(({ id }) => tenant.assignments.by('subjectId', id));
  if (flags.includes('assignmentHistory')) {
    for (const row of new Set(mine.filter(({ state }) => state === 'expired').map(({ packageId }) => packageId))) {
      const past = mine.filter(({ packageId, state }) => packageId === row && state === 'expired');
      add(row, {
        '@odata.type': '#microsoft.graph.accessPackageSuggestionSelfAssignmentHistoryBased',
        pastAssignmentCount: past.length,
        lastAssignmentDateTime: isoInstant(Math.max(...past.map(({ createdAt }) => createdAt))),
      });
    }
  }
  const held = new Set(mine.filter(({ state }) => state !== 'expired').map(({ packageId }) => packageId));
  const requestable = reasons.size === 0 ? [] : requestablePackages(tenant, caller.person);
  return requestable.flatMap((row) => {
    const found = reasons.get(row.id);
    return found === undefined || held.has(row.id) || row.isHidden ? [] : [{ id: row.id, accessPackage: row, reasons: found }];
  });
}

/** Package id → the people near the caller who hold it: manager, reports and those with the same manager. */
function heldNearby({ tenant, caller: { person } }: Call): Map<string, Person[]> {
  const peers = person.managerId === null ? [] : tenant.people.by('managerId', person.managerId);
  const manager = person.managerId === null ? undefined : tenant.people.get(person.managerId);
  const near = new Set([...peers, ...tenant.people.by('managerId', person.id), ...(manager === undefined ? [] : [manager])]);
  near.delete(person);
  const held = new Map<string, Person[]>();
  for (const other of near) {
    const subjects = tenant.subjects.by('objectId', other.id);
    const packages = new Set(
      subjects
        .flatMap(({ id }) => tenant.assignments.by('subjectId', id))
        .filter(({ state }) => state === 'delivered')
        .map(({ packageId }) => packageId),
    );
    for (const id of packages) held.set(id, [...(held.get(id) ?? []), other]);
  }
  return held;
}

function relatedPeople(people: readonly Person[]): Wire {
  return {
    '@odata.type': '#microsoft.graph.accessPackageSuggestionRelatedPeopleBased',
    relatedPeopleAssignmentCount: people.length,
    relatedPeople: people.map(({ id, displayName }) => ({ id, displayName })),
  };
}
