import type { TogetherFaults } from './together-rules';

/** react-hook-form's nested errors as dotted paths → keys of `errors.fields`, in the order they were made. */
export function flatFaults(errors: object, prefix = ''): TogetherFaults {
  const flat: TogetherFaults = {};
  for (const [name, error] of Object.entries(errors) as [string, unknown][]) {
    if (typeof error !== 'object' || error === null || name === 'ref') continue;
    if ('message' in error && typeof error.message === 'string') flat[prefix + name] = error.message;
    else Object.assign(flat, flatFaults(error, `${prefix}${name}.`));
  }
  return flat;
}
