import type { RequestFormValues } from '@/lib/entitlement/request-form';

/** What the reader typed or chose in the page's HTML before its script came, where it differs from what the form holds. */
export function typedBefore(form: HTMLFormElement, held: RequestFormValues): Partial<Pick<RequestFormValues, 'answers' | 'justification'>> {
  const data = new FormData(form);
  const answers = Object.fromEntries(
    Object.keys(held.answers).map((id) => [
      id,
      data.getAll(`answers.${id}`).filter((value) => typeof value === 'string' && value !== '') as string[],
    ]),
  );
  const justification = data.get('justification');
  return {
    ...(JSON.stringify(answers) === JSON.stringify(held.answers) ? {} : { answers }),
    ...(typeof justification === 'string' && justification !== held.justification ? { justification } : {}),
  };
}
