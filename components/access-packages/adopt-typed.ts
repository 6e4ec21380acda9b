import type { RequestFormValues } from '@/lib/entitlement/request-form';

/**
 * What the reader typed or chose in the page's HTML before its script came, where it differs from what the form came with: of the answers
 * only those. `data`: of the form as it stands in the page.
 */
export function typedBefore(data: FormData, first: RequestFormValues): Partial<Pick<RequestFormValues, 'answers' | 'justification'>> {
  const answers = Object.entries(first.answers).flatMap(([id, before]) => {
    const values = data.getAll(`answers.${id}`).filter((value): value is string => typeof value === 'string' && value !== '');
    return JSON.stringify(values) === JSON.stringify(before) ? [] : [[id, values] as const];
  });
  const justification = data.get('justification');
  return {
    ...(answers.length === 0 ? {} : { answers: Object.fromEntries(answers) }),
    ...(typeof justification === 'string' && justification !== first.justification ? { justification } : {}),
  };
}
