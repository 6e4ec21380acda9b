import { expect, it } from 'vitest';
import { isolated } from './isolated';

it('keeps a name from turning the rest of the sentence round', () => {
  expect(isolated('Ana')).toBe('\u2068Ana\u2069');
  expect(isolated('\u202eanA\u2069')).toBe('\u2068anA\u2069');
});
