import { expect, it } from 'vitest';
import { isAboutTheBody, refusalReason } from './refusal-codes';

it('reads codes whatever their case, and nothing into unknown ones', () => {
  expect(refusalReason('ExistingGrant')).toBe('held');
  expect(refusalReason('existingOpenRequest')).toBe('open');
  expect(refusalReason('PERMISSIONDENIED')).toBe('notPermitted');
  // A scope or role that is missing is nothing the policy decided (contract §9).
  expect(refusalReason('Authorization_RequestDenied')).toBe('noRight');
  for (const unknown of ['', 'BadRequest', 'constructor', '__proto__', 'toString']) expect(refusalReason(unknown)).toBeNull();
});

it('tells what is about the body from what may be about something that is there', () => {
  expect(['InvalidModel', 'IncompatibleAccess', 'Authorization_RequestDenied'].every(isAboutTheBody)).toBe(true);
  expect(['ExistingGrant', 'ExistingOpenRequest', '', 'BadRequest'].some(isAboutTheBody)).toBe(false);
});
