import type { AssignmentRequest } from '@/lib/entitlement/requests';
import type { SentChange } from './use-sent';

/** Words of a change that would sound like access being given: messages `admin.<word>`. */
export type SentWord = 'removing' | 'removed' | 'changing';

/** What to say of a removal or change instead of its request's word; null where that word fits. */
export function sentWord(intent: SentChange['intent'], state: AssignmentRequest['state']): SentWord | null {
  if (state === 'delivering') return intent === 'adminRemove' ? 'removing' : 'changing';
  return state === 'delivered' && intent === 'adminRemove' ? 'removed' : null;
}
