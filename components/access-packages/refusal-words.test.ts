import { expect, it } from 'vitest';
import type { PortalError } from '@/lib/portal-error';
import { otherReasonOf } from './refusal-words';

const refused = (status: number, code: string): PortalError => ({ kind: 'refused', status, code });

it('reads a refusal for somebody else by its status, and by its code where that says more', () => {
  expect(otherReasonOf(refused(403, 'PermissionDenied'))).toBe('notAdmitted');
  expect(otherReasonOf(refused(403, 'NobodyKnowsThis'))).toBe('notAdmitted');
  expect(otherReasonOf(refused(403, 'Authorization_RequestDenied'))).toBeNull();
  expect(otherReasonOf(refused(400, 'ExistingGrant'))).toBe('held');
  expect(otherReasonOf(refused(400, 'existingOpenRequest'))).toBe('asked');
  expect(otherReasonOf(refused(400, 'IncompatibleAccess'))).toBe('incompatible');
  expect(otherReasonOf(refused(400, ''))).toBeNull();
  expect(otherReasonOf({ kind: 'notFound' })).toBe('gone');
  expect(otherReasonOf({ kind: 'throttled', retryAt: null })).toBeNull();
});
