'use server';

import { action } from '@/lib/auth/action';
import { takeBackApproval } from '@/lib/submissions/decide-command';
import { takeBackInput } from '@/lib/submissions/inputs';

/** Takes back an approval I gave here. Contract §4.8, approverRemove, scope S. */
export const takeBack = action(takeBackInput, 'requestor', takeBackApproval);
