import { z } from '@/lib/zod';
import type { ResourceRole } from '../access-packages';
import { flag, text } from './values';

const KINDS: Readonly<Record<string, ResourceRole['kind']>> = {
  aadgroup: 'group',
  aadapplication: 'application',
  sharepointonline: 'site',
};
const wireResource = z.object({ displayName: text }).nullable().catch(null);
const wireEnd = z
  .object({ displayName: text, description: text, originId: text, originSystem: text, isRootScope: flag, resource: wireResource })
  .nullable()
  .catch(null);

/** accessPackageResourceRoleScope with role and scope (contract §3, §4.5). A root scope is named after its resource. */
export const wireResourceRole: z.ZodType<ResourceRole | null> = z
  .object({ id: text, role: wireEnd, scope: wireEnd })
  .transform(({ id, role, scope }): ResourceRole | null => {
    if (id === '') return null;
    const originSystem = scope?.originSystem || role?.originSystem || '';
    const isNamedRoot = scope?.isRootScope === true && scope.displayName.toLowerCase() === 'root';
    const scopeName = isNamedRoot ? '' : (scope?.displayName ?? '');
    return {
      id,
      resourceName: scope?.resource?.displayName || role?.resource?.displayName || scopeName || scope?.originId || id,
      roleName: role?.displayName ?? '',
      kind: KINDS[originSystem.toLowerCase()] ?? 'other',
      originSystem,
      originId: scope?.originId ?? '',
    };
  })
  .catch(null) as z.ZodType<ResourceRole | null>;
