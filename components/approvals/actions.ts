'use server';

import { action } from '@/lib/auth/action';
import { decideStage } from '@/lib/submissions/decide-command';
import { decideStageInput } from '@/lib/submissions/inputs';

/** Approves or denies the stage that is mine. Contract §4.10, scope W. */
export const decide = action(decideStageInput, 'approver', decideStage);
