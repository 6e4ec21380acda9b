'use server';

import { action } from '@/lib/auth/action';
import { decideStage, takeBackApproval } from '@/lib/submissions/decide-command';
import { decideStageInput, takeBackInput } from '@/lib/submissions/inputs';

/** Approves or denies the stage that is mine. Contract §4.10, scope W. */
export const decide = action(decideStageInput, 'approver', decideStage);

/** Takes back an approval I gave here. Contract §4.8, approverRemove, scope S. */
export const takeBack = action(takeBackInput, 'requestor', takeBackApproval);
