import type { FieldErrors, Resolver } from 'react-hook-form';
import { editableQuestions, updateIssues } from '@/lib/entitlement/form-issues';
import { loadPatternMatcher } from '@/lib/entitlement/pattern-match';
import { toUpdate, type UpdateDraft, type UpdateFacts } from './update-view';

/** The rules of an update in the form: the same as on the server, without the weight of a schema. `now` is Graph's, UTC ms. */
export function updateResolver(facts: UpdateFacts, now: number, timeZone: string): Resolver<UpdateDraft> {
  const hasPattern = editableQuestions(facts.requirements.questions).some((question) => question.kind === 'text' && question.regexPattern);
  return async (values) => {
    const matches = hasPattern ? await loadPatternMatcher().catch(() => undefined) : undefined;
    const update = toUpdate(values, facts);
    const found = updateIssues(facts.requirements, update, { now: new Date(now), timeZone, ...(matches ? { matches } : {}) });
    const issues = found.map(({ path, message }): [string, string] => [path.join('.'), message]);
    if (values.end === 'day' && update.endDay === null) issues.push(['endDay', 'date']);
    if (issues.length === 0) return { values, errors: {} };
    return { values: {}, errors: toErrors(issues) };
  };
}

/** Issues (`answers.<id>`, `justification`, `endDay` → message key) as the form's own errors. */
function toErrors(issues: readonly (readonly [string, string])[]): FieldErrors<UpdateDraft> {
  const errors: Record<string, unknown> = {};
  for (const [path, message] of issues) {
    const error = { type: 'rule', message };
    if (path.startsWith('answers.')) errors.answers = { ...(errors.answers as object | undefined), [path.slice('answers.'.length)]: error };
    else errors[path === 'endDay' ? 'day' : path] ??= error;
  }
  return errors as FieldErrors<UpdateDraft>;
}

/** Field errors the server found, by the form's names. */
export function formName(field: string): string {
  return field === 'endDay' ? 'day' : field;
}
