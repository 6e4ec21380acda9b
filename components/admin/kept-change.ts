/** What was being changed of one assignment, for the sign-in that may come between. */
export interface KeptChange {
  assignmentId: string;
  part: 'end' | 'answers';
  values: { answers: Record<string, string[]>; justification: string; endDay: string };
}

/** The form's name for `useLeaveGuard` and `useResume`. */
export const CHANGE_FORM = 'admin change';

/** Text of a keepsake as it was; null for anything else. */
export function keptChange(text: string | null): KeptChange | null {
  try {
    const kept = JSON.parse(text ?? 'null') as Partial<KeptChange> | null;
    const values: Partial<KeptChange['values']> = kept?.values ?? {};
    const { assignmentId, part } = kept ?? {};
    if (typeof assignmentId !== 'string' || (part !== 'end' && part !== 'answers')) return null;
    const { answers, justification, endDay } = values;
    if (typeof justification !== 'string' || typeof endDay !== 'string' || !isAnswers(answers)) return null;
    return { assignmentId, part, values: { answers, justification, endDay } };
  } catch {
    return null;
  }
}

function isAnswers(value: unknown): value is Record<string, string[]> {
  if (typeof value !== 'object' || value === null) return false;
  return Object.values(value).every((given) => Array.isArray(given) && given.every((one) => typeof one === 'string'));
}
