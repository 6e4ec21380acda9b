import { Refusal } from '../tenant/model.ts';
import type { Call } from './call.ts';

export const S = 'EntitlementMgmt-SubjectAccess.ReadWrite';
export const R = 'EntitlementManagement.Read.All';
export const W = 'EntitlementManagement.ReadWrite.All';

/** Rows of the matrix (contract §2.2), least privileged first. */
export const SELF_READ = [S, R, W] as const;
export const SELF_WRITE = [S, W] as const;
export const READ = [R, W] as const;
export const WRITE = [W] as const;

export const ME = [
  'User.Read',
  'User.ReadBasic.All',
  'User.Read.All',
  'User.ReadWrite',
  'User.ReadWrite.All',
  'Directory.Read.All',
] as const;
export const USERS = [
  'User.ReadBasic.All',
  'User.Read.All',
  'User.ReadWrite.All',
  'Directory.Read.All',
  'Directory.ReadWrite.All',
] as const;
export const USER = ['User.Read', ...USERS] as const;
export const REPORTS = ['User.Read', 'User.Read.All', 'User.ReadWrite.All', 'Directory.Read.All'] as const;
export const MANAGER = ['User.Read.All', 'User.ReadWrite.All', 'Directory.Read.All'] as const;
export const GROUPS = ['GroupMember.Read.All', 'Group.Read.All', 'Directory.Read.All', 'Group.ReadWrite.All'] as const;

/** Whether the token carries one of these delegated scopes. */
export function hasScope(call: Pick<Call, 'caller'>, scopes: readonly string[]): boolean {
  return scopes.some((scope) => call.caller.scopes.includes(scope));
}

/** Throws 403 `Authorization_RequestDenied` when the token carries none of them (contract §9). */
export function requireScope(call: Pick<Call, 'caller'>, scopes: readonly string[]): void {
  if (!hasScope(call, scopes)) {
    throw new Refusal(
      403,
      'Authorization_RequestDenied',
      `Insufficient privileges to complete the operation. One of these scopes is needed: ${scopes.join(', ')}.`,
    );
  }
}
