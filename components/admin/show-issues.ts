import type { FieldPath, FieldValues, UseFormReturn } from 'react-hook-form';

interface Issue {
  path: PropertyKey[];
  message: string;
}

/** Puts what the form's schema found under its fields, the first one focused. */
export function showIssues<T extends FieldValues>(form: UseFormReturn<T>, issues: readonly Issue[]): void {
  const seen = new Set<string>();
  for (const issue of issues) {
    const name = issue.path.map(String).join('.');
    if (seen.has(name)) continue;
    form.setError(name as FieldPath<T>, { message: issue.message }, { shouldFocus: seen.size === 0 });
    seen.add(name);
  }
}
