import type { Viewer } from '@/lib/auth/viewer';
import type { Graph } from '@/lib/graph/graph';
import { PortalFault } from '@/lib/portal-error';
import type { SubmitRequestInput, UpdateAssignmentInput } from './inputs';

/** Who writes, through which door. */
export interface CommandContext {
  viewer: Viewer;
  /** Scope S for a requestor's commands, W for an administrator's. */
  graph: Graph;
}

/** What a submission is about, of any input. */
export function about(input: {
  key: string;
  accessPackageId: string | null;
  accessPackageName: string | null;
  sendAgain?: boolean | undefined;
}) {
  const { key, accessPackageId, accessPackageName, sendAgain } = input;
  return { key, accessPackageId, accessPackageName, sendAgain: sendAgain === true };
}

/** The values of a first request. */
export function given({ answers, justification, period }: Pick<SubmitRequestInput, 'answers' | 'justification' | 'period'>) {
  return { answers, justification, period };
}

/** The values of a change; throws `invalid` where nothing is changed. */
export function changed({ answers, justification, endDay }: Pick<UpdateAssignmentInput, 'answers' | 'justification' | 'endDay'>) {
  if (answers === null && endDay === null) throw new PortalFault({ kind: 'invalid', fields: { endDay: 'date' } });
  return { answers, justification, endDay };
}
