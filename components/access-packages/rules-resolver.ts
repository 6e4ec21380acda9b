import type { FieldErrors, Resolver } from 'react-hook-form';
import { requestIssues, type FormIssue } from '@/lib/entitlement/form-issues';
import { loadPatternMatcher } from '@/lib/entitlement/pattern-match';
import type { PolicyRequirements } from '@/lib/entitlement/policies';
import type { FormContext, RequestFormValues } from '@/lib/entitlement/request-form';

/** The policy's rules as react-hook-form asks for them: the same the server checks, without the schema around them. */
export function rulesResolver(policy: PolicyRequirements, context: () => Omit<FormContext, 'matches'>): Resolver<RequestFormValues> {
  const hasPattern = policy.questions.some((question) => question.kind === 'text' && question.regexPattern !== null);
  return async (values) => {
    // Without the matcher's chunk the server judges patterns.
    const matches = hasPattern ? await loadPatternMatcher().catch(() => undefined) : undefined;
    const issues = requestIssues(policy, values, { ...context(), ...(matches ? { matches } : {}) });
    return issues.length === 0 ? { values, errors: {} } : { values: {}, errors: nestedErrors(issues) };
  };
}

/** The first issue of each path, nested as the form's values are. */
export function nestedErrors(issues: readonly FormIssue[]): FieldErrors<RequestFormValues> {
  const errors: Record<string, unknown> = {};
  for (const { path, message } of issues) {
    const [first = '', second] = path;
    const error = { type: 'rule', message };
    if (second === undefined) errors[first] ??= error;
    else errors[first] = { [second]: error, ...(errors[first] as object | undefined) };
  }
  return errors as FieldErrors<RequestFormValues>;
}
