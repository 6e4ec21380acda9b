import { asksTheSame, type Question } from '@/lib/entitlement/questions';
import type { DraftContent, Taken } from './drafts';

type Kept = Pick<DraftContent, 'answers' | 'asked' | 'taken'>;

/** Saved question id → id of the question of today that it answers: the same id, else the same text asked by none of the saved ones. */
export function carriedIds(questions: readonly Question[], { answers, asked = {} }: Kept): Map<string, string> {
  const saved = new Set([...Object.keys(answers), ...Object.keys(asked)]);
  const to = new Map<string, string>();
  const isFree = (id: string) => !saved.has(id) && ![...to.values()].includes(id);
  for (const id of saved) {
    const text = asked[id]?.text ?? '';
    const same = questions.find((question) => question.id === id) ?? questions.find((q) => isFree(q.id) && asksTheSame(q.text.text, text));
    if (same) to.set(id, same.id);
  }
  return to;
}

/** Saved answers and their marks under the ids of today; an answer to a choice is none to a question that wants words. */
export function carried(questions: readonly Question[], kept: Kept): { answers: Record<string, string[]>; taken: Record<string, Taken> } {
  const answers: Record<string, string[]> = { ...kept.answers };
  const taken: Record<string, Taken> = { ...kept.taken };
  for (const [from, to] of carriedIds(questions, kept)) {
    const question = questions.find(({ id }) => id === to);
    const values = kept.answers[from];
    const fitsKind = question?.kind === 'choice' || !kept.asked?.[from]?.chosen;
    if (from !== to) delete answers[from];
    if (from !== to && taken[from]) taken[to] = taken[from];
    if (values) answers[to] = fitsKind ? values : [];
  }
  return { answers, taken };
}
