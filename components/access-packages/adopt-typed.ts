import type { RequestFormValues } from '@/lib/entitlement/request-form';

/** What the reader typed or chose in the page's HTML before its script came, where it differs from what the form came with. */
export function typedBefore(
  form: HTMLFormElement,
  first: RequestFormValues,
): Partial<Pick<RequestFormValues, 'answers' | 'justification'>> {
  const data = new FormData(form);
  const answers = Object.fromEntries(
    Object.keys(first.answers).map((id) => [
      id,
      data.getAll(`answers.${id}`).filter((value) => typeof value === 'string' && value !== '') as string[],
    ]),
  );
  const justification = data.get('justification');
  return {
    ...(JSON.stringify(answers) === JSON.stringify(first.answers) ? {} : { answers }),
    ...(typeof justification === 'string' && justification !== first.justification ? { justification } : {}),
  };
}
