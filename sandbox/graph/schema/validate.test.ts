import { describe, expect, it } from 'vitest';
import { derives, enumMember, isBeyondUnknown, memberInAnyCase, typeNamed } from './schema.ts';
import { validate } from './validate.ts';
import type { Json } from './validate.ts';

const refused = expect.objectContaining({ status: 400, code: 'InvalidModel' });

describe('the schema', () => {
  it('is read with inheritance, enums and namespaces', () => {
    expect(memberInAnyCase('accessPackageTextInputQuestion', 'ISREQUIRED')?.type.name).toBe('Edm.Boolean');
    expect(memberInAnyCase('accessPackage', 'assignmentPolicies')).toMatchObject({ navigation: true, type: { collection: true } });
    expect(derives('singleUser', 'subjectSet')).toBe(true);
    expect(typeNamed('identityGovernance.ruleBasedSubjectSet')?.members.has('rule')).toBe(true);
    expect(enumMember('accessPackageRequestType', 'USERADD')).toBe('userAdd');
    expect(isBeyondUnknown('accessPackageRequestType', 'approverRemove')).toBe(true);
  });
});

describe('validate', () => {
  it('canonicalises enums, keeps known members and drops annotations', () => {
    const body = { '@odata.context': 'x', displayName: 'A', state: 'Published', isExternallyVisible: true };
    expect(validate(body, 'accessPackageCatalog')).toEqual({ displayName: 'A', state: 'published', isExternallyVisible: true });
  });

  it.each<[string, Json, string]>([
    ['an unknown property', { displayname: 'A' }, 'accessPackageCatalog'],
    ['a wrong enum', { state: 'gone' }, 'accessPackageCatalog'],
    ['unknownFutureValue', { state: 'unknownFutureValue' }, 'accessPackageCatalog'],
    ['a wrong type', { displayName: 3 }, 'accessPackageCatalog'],
    ['a boolean as string', { isHidden: 'true' }, 'accessPackage'],
    ['an array for an object', { catalog: [] }, 'accessPackage'],
    ['an object for a collection', { answers: {} }, 'accessPackageAssignmentRequest'],
    ['an abstract type', { specificAllowedTargets: [{ userId: 'x' }] }, 'accessPackageAssignmentPolicy'],
    [
      'a type of another family',
      { specificAllowedTargets: [{ '@odata.type': '#microsoft.graph.group' }] },
      'accessPackageAssignmentPolicy',
    ],
    [
      'a member of another subtype',
      { specificAllowedTargets: [{ '@odata.type': '#microsoft.graph.singleUser', groupId: 'x' }] },
      'accessPackageAssignmentPolicy',
    ],
    ['a bad date', { schedule: { startDateTime: '2026-13-01T00:00:00Z' } }, 'accessPackageAssignmentRequest'],
    ['a bad duration', { expiration: { duration: '90 days' } }, 'accessPackageAssignmentPolicy'],
    ['null where it may not be', { localizations: [{ languageCode: null }] }, 'accessPackageTextInputQuestion'],
    ['no object', 'text', 'accessPackage'],
  ])('refuses %s', (_what, body, type) => {
    expect(() => validate(body, type)).toThrow(refused);
  });

  it('takes scalars as strings only where asked', () => {
    const body = { questions: [{ '@odata.type': 'microsoft.graph.accessPackageTextInputQuestion', isRequired: 'True', sequence: '1' }] };
    expect(validate(body, 'accessPackageAssignmentPolicy', { scalarsAsStrings: true })).toEqual({
      questions: [{ '@odata.type': '#microsoft.graph.accessPackageTextInputQuestion', isRequired: true, sequence: 1 }],
    });
    expect(() => validate(body, 'accessPackageAssignmentPolicy')).toThrow(refused);
  });
});
