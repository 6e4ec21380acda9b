import type { FieldPath, FieldValues, UseFormReturn } from 'react-hook-form';
import { focusField } from '@/components/form/focus-field';
import { questionFieldId } from '@/components/questions/answer-values';

interface Issue {
  path: PropertyKey[];
  message: string;
}

/** Puts what the form's rules found under its fields, the first one focused. */
export function showIssues<T extends FieldValues>(form: Pick<UseFormReturn<T>, 'setError'>, issues: readonly Issue[]): void {
  const seen = new Set<string>();
  for (const issue of issues) {
    const name = issue.path.map(String).join('.');
    if (seen.has(name)) continue;
    form.setError(name as FieldPath<T>, { message: issue.message }, { shouldFocus: seen.size === 0 });
    if (seen.size === 0 && name.startsWith('answers.')) focusField(questionFieldId(name.slice('answers.'.length)));
    seen.add(name);
  }
}

/**
 * What the server refused, as issues of the fields this form has; an error at a field that is not there would keep the form from being
 * sent again, and is told beside the button instead. `fields`: dotted path → key of `errors.fields`.
 */
export function serverIssues(
  fields: Readonly<Record<string, string>>,
  shown: { questions: readonly { id: string }[]; names: readonly string[] },
): Issue[] {
  const names = new Set([...shown.questions.map(({ id }) => `answers.${id}`), ...shown.names]);
  return Object.entries(fields)
    .filter(([name]) => names.has(name))
    .map(([name, message]) => ({ path: [name], message }));
}
