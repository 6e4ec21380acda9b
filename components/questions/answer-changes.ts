import { carriedIds } from '@/lib/drafts/carried';
import type { Asked, DraftContent } from '@/lib/drafts/drafts';
import type { PatternMatcher } from '@/lib/entitlement/pattern-match';
import type { PolicyRequirements } from '@/lib/entitlement/policies';
import { asksTheSame, localized, type Question } from '@/lib/entitlement/questions';

/** What is asked otherwise than when it was written. Messages `drafts.changed.<kind>`. */
export type AnswerChange =
  /** The policy it was begun with is not open any more. */
  | { kind: 'policy' | 'dates' }
  /** Not asked any more; `question` null where nobody kept what it asked. */
  | { kind: 'gone'; question: string | null; written: string[] }
  /** No longer among the choices; asked in another way; the rule no longer takes it. */
  | { kind: 'choice' | 'otherwise' | 'rule'; question: string; written: string[] }
  | { kind: 'worded'; question: string; before: string }
  | { kind: 'added'; question: string };

interface Now {
  policy: PolicyRequirements;
  /** Ids of all policies open to the reader. */
  open: readonly string[];
  locale: string;
  /** Absent: rules are left to the service. */
  matches?: PatternMatcher;
}

/**
 * What has changed since a draft was written, in the order of the form. A draft that names no policy is an earlier request asked again: of it
 * only is told what no longer fits. One of another policy that is still open was left on purpose: nothing is told.
 */
export function answerChanges(saved: DraftContent | null, now: Now): AnswerChange[] {
  if (!saved) return [];
  const { policy, open } = now;
  const isAgain = saved.policyId === null;
  const isGone = !isAgain && !open.includes(saved.policyId ?? '');
  if (!isAgain && !isGone && saved.policyId !== policy.policyId) return [];
  const to = carriedIds(policy.questions, saved);
  const ids = [...new Set([...Object.keys(saved.asked ?? {}), ...Object.keys(saved.answers)])];
  const changes: AnswerChange[] = isGone ? [{ kind: 'policy' }] : [];
  for (const id of ids)
    changes.push(
      ...changesOf(
        policy.questions.find((question) => question.id === to.get(id)),
        id,
        saved,
        now,
      ),
    );
  if (!isAgain && saved.asked) {
    const known = new Set(to.values());
    for (const question of policy.questions)
      if (!known.has(question.id)) changes.push({ kind: 'added', question: localized(question.text, now.locale) });
  }
  if (saved.period && !policy.allowCustomAssignmentSchedule) changes.push({ kind: 'dates' });
  return changes;
}

function changesOf(question: Question | undefined, id: string, saved: DraftContent, { locale, matches }: Now): AnswerChange[] {
  const asked = saved.asked?.[id];
  const values = (saved.answers[id] ?? []).filter((value) => value.trim() !== '');
  const written = values.map((value, at) => asked?.chosen?.[at] ?? value);
  if (!question) return written.length === 0 ? [] : [{ kind: 'gone', question: asked?.text || null, written }];
  const name = localized(question.text, locale);
  const changes: AnswerChange[] = [];
  if (asked && asked.text !== '' && !question.text.text.startsWith(asked.text) && !asksTheSame(asked.text, question.text.text))
    changes.push({ kind: 'worded', question: name, before: asked.text });
  return [...changes, ...misfit(question, name, values, written, asked, matches)];
}

function misfit(
  question: Question,
  name: string,
  values: readonly string[],
  written: readonly string[],
  asked: Asked | undefined,
  matches: PatternMatcher | undefined,
): AnswerChange[] {
  if (values.length === 0) return [];
  if (question.kind === 'text') {
    if (asked?.chosen) return [{ kind: 'otherwise', question: name, written: [...written] }];
    const { regexPattern } = question;
    // Half a word that never fitted the rule is no news; of an earlier request, which was taken then, it is.
    if (regexPattern === null || asked?.rule === regexPattern) return [];
    return matches?.(regexPattern, values[0]?.trim() ?? '') === 'notMatched'
      ? [{ kind: 'rule', question: name, written: [...written] }]
      : [];
  }
  const offered = new Set(question.choices.map(({ value }) => value));
  const lost = written.filter((_, at) => !offered.has(values[at] ?? '') || (!question.isMultiple && at > 0));
  return lost.length === 0 ? [] : [{ kind: 'choice', question: name, written: lost }];
}
