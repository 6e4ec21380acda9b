import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { z } from '@/lib/zod';
import { wireAssignment } from './assignment';
import { wirePackage } from './package';
import { wirePerson } from './person';
import { wirePolicy } from './policy';
import { wireRequest } from './request';
import { wireRequirements } from './requirements';
import { wireResourceRole } from './resource-role';
import { parseRows } from './values';

const junk = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom(null, '', 'null', '2026-13-45T99:99:99Z', 'true', -1, {}, [], [null], '__proto__'),
);
const or = (arbitrary: fc.Arbitrary<unknown>) => fc.oneof({ weight: 3, arbitrary }, { weight: 1, arbitrary: junk });
const id = or(fc.uuid());
const words = or(fc.string({ unit: 'grapheme' }));
const instant = or(fc.date({ noInvalidDate: false }).map((date) => (Number.isNaN(date.getTime()) ? 'null' : date.toISOString())));
const schedule = or(
  fc.record(
    {
      startDateTime: instant,
      expiration: or(
        fc.record(
          {
            type: or(fc.constantFrom('afterDuration', 'AfterDateTime', 'noExpiration', 'notSpecified')),
            endDateTime: instant,
            duration: or(fc.constantFrom('P90D', 'PT4H', 'P', 'P1Y2M3W4DT5H6M7.5S', 'P99999Y', '90')),
          },
          { requiredKeys: [] },
        ),
      ),
    },
    { requiredKeys: [] },
  ),
);
const localizations = or(
  fc.array(or(fc.record({ languageCode: or(fc.constantFrom('de', 'ar', '__proto__', 'constructor')), text: words }, { requiredKeys: [] }))),
);
const text = or(fc.oneof(fc.string(), fc.record({ defaultText: words, localizedTexts: localizations }, { requiredKeys: [] })));
const type = or(
  fc.constantFrom(
    '#microsoft.graph.accessPackageTextInputQuestion',
    '#microsoft.graph.textInputQuestion',
    '#microsoft.graph.accessPackageMultipleChoiceQuestion',
    '#microsoft.graph.multipleChoiceQuestion',
    '#microsoft.graph.attachmentQuestion',
  ),
);
const choices = or(fc.array(or(fc.record({ actualValue: words, text, displayValue: text, localizations }, { requiredKeys: [] }))));
const question = or(
  fc.record(
    {
      '@odata.type': type,
      id,
      sequence: junk,
      isRequired: junk,
      isAnswerEditable: junk,
      text,
      localizations,
      regexPattern: words,
      choices,
    },
    { requiredKeys: [] },
  ),
);
const answer = or(
  fc.record(
    { value: words, displayValue: words, answeredQuestion: or(fc.record({ '@odata.type': type, id, text }, { requiredKeys: [] })) },
    { requiredKeys: [] },
  ),
);
const packageShape = or(fc.record({ id, displayName: words, description: words, isHidden: junk }, { requiredKeys: [] }));
const subject = or(fc.record({ id, objectId: id, displayName: words, email: words, principalName: words }, { requiredKeys: [] }));
const assignmentOf = or(fc.record({ id, target: subject, accessPackage: packageShape }, { requiredKeys: [] }));
const request = fc.record(
  {
    id,
    requestType: words,
    state: words,
    requestState: words,
    status: words,
    requestStatus: words,
    justification: words,
    answers: or(fc.array(answer)),
    schedule,
    createdDateTime: instant,
    completedDateTime: instant,
    completedDate: instant,
    accessPackage: packageShape,
    requestor: subject,
    assignment: assignmentOf,
    accessPackageAssignment: assignmentOf,
    customExtensionCalloutInstances: or(fc.array(or(fc.record({ status: words }, { requiredKeys: [] })))),
  },
  { requiredKeys: [] },
);
const assignment = fc.record(
  {
    id,
    state: words,
    status: words,
    schedule,
    expiredDateTime: instant,
    accessPackage: packageShape,
    assignmentPolicy: packageShape,
    target: subject,
  },
  { requiredKeys: [] },
);
const requirements = fc.record(
  {
    policyId: id,
    policyDisplayName: words,
    isApprovalRequiredForAdd: junk,
    allowCustomAssignmentSchedule: junk,
    schedule,
    questions: or(fc.array(question)),
  },
  { requiredKeys: [] },
);
const policy = fc.record(
  {
    id,
    displayName: words,
    allowedTargetScope: words,
    specificAllowedTargets: junk,
    automaticRequestSettings: junk,
    requestorSettings: junk,
    requestApprovalSettings: junk,
    expiration: junk,
    questions: or(fc.array(question)),
  },
  { requiredKeys: [] },
);
const role = or(
  fc.record(
    { displayName: words, originId: id, originSystem: words, isRootScope: junk, resource: or(fc.record({ displayName: words })) },
    { requiredKeys: [] },
  ),
);
const resourceRole = fc.record({ id, role, scope: role }, { requiredKeys: [] });
const person = fc.record({ id, displayName: words, mail: words, userPrincipalName: words, jobTitle: words }, { requiredKeys: [] });

/** No undefined anywhere, no date that is none, nothing that JSON would change. */
function expectWhole(value: unknown): void {
  expect(JSON.parse(JSON.stringify(value))).toEqual(value);
  const walk = (found: unknown, name: string): void => {
    expect(found, name).not.toBeUndefined();
    if (/DateTime$/.test(name) && found !== null) expect(new Date(found as string).toISOString()).toBe(found);
    if (typeof found === 'object' && found !== null) for (const [key, inner] of Object.entries(found)) walk(inner, key);
  };
  walk(value, '');
}

describe('whatever Graph answers', () => {
  const shapes: [string, z.ZodType<unknown>, fc.Arbitrary<unknown>][] = [
    ['packages', wirePackage, packageShape],
    ['requests', wireRequest, request],
    ['assignments', wireAssignment, assignment],
    ['requirements', wireRequirements, requirements],
    ['policies', wirePolicy, policy],
    ['resource roles', wireResourceRole, resourceRole],
    ['people', wirePerson, person],
  ];
  it.each(shapes)('%s never throw and are never half', (_name, schema, shape) => {
    fc.assert(
      fc.property(fc.array(or(shape)), (rows) => {
        expectWhole(parseRows(schema as z.ZodType<unknown | null>, rows));
      }),
      { numRuns: 200 },
    );
  });

  it('no row with an id is lost', () => {
    for (const [, schema, shape] of shapes.filter(([name]) => name === 'requests' || name === 'assignments' || name === 'packages')) {
      fc.assert(
        fc.property(shape, fc.uuid(), (row, uuid) => {
          const whole = typeof row === 'object' && row !== null && !Array.isArray(row) ? row : {};
          expect(parseRows(schema as z.ZodType<unknown | null>, [{ ...whole, id: uuid }])).toHaveLength(1);
        }),
        { numRuns: 200 },
      );
    }
  });
});
