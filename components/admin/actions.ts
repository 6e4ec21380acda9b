'use server';

import { action } from '@/lib/auth/action';
import { adminRemoveAssignment, adminUpdateAssignment, assignAccess } from '@/lib/submissions/admin-commands';
import { adminRemoveAssignmentInput, adminUpdateAssignmentInput, assignAccessInput } from '@/lib/submissions/inputs';

/** Directly assigns one person one package (adminAdd). */
export const assignAction = action(assignAccessInput, 'admin', assignAccess);

/** Changes the end or answers of anybody's assignment (adminUpdate). */
export const adminUpdateAction = action(adminUpdateAssignmentInput, 'admin', adminUpdateAssignment);

/** Takes anybody's assignment away (adminRemove). */
export const adminRemoveAction = action(adminRemoveAssignmentInput, 'admin', adminRemoveAssignment);
