import { partsOf, type PatternPart } from './pattern-parts';

export type { PatternPart } from './pattern-parts';

/** A policy's pattern in parts that a screen puts into words, and an answer that fits. */
export interface PatternDescription {
  parts: PatternPart[];
  example: string;
}

const MOST_PARTS = 6;
const MOST_CHARACTERS = 60;

/**
 * Describes simple patterns (literals, classes, counts, anchors); null for any other, which the screen shows on request only. The
 * example is put together from the parts, so it matches as a whole string (contract §4.3).
 */
export function describePattern(pattern: string): PatternDescription | null {
  const parts = partsOf(pattern);
  if (parts === null || parts.length === 0 || parts.length > MOST_PARTS) return null;
  const example = parts.map(exampleOf).join('');
  return example.trim() === '' || example !== example.trim() || example.length > MOST_CHARACTERS ? null : { parts, example };
}

const SAMPLES: Readonly<Record<Exclude<PatternPart['kind'], 'literal' | 'oneOf'>, string>> = {
  digits: '4120738596',
  capitals: 'ABCDEFGHKL',
  smallLetters: 'abcdefghkl',
  letters: 'Abcdefghkl',
  capitalsOrDigits: 'A7B2C4D9E3',
  smallLettersOrDigits: 'a7b2c4d9e3',
  lettersOrDigits: 'A7b2C4d9E3',
  any: 'Abc 123 de',
};
const USUAL_LENGTH = 3;

function exampleOf(part: PatternPart): string {
  if (part.kind === 'literal') return part.text.repeat(part.count.min || 1);
  const length = Math.max(part.count.min, Math.min(part.count.max ?? USUAL_LENGTH, USUAL_LENGTH));
  const sample = part.kind === 'oneOf' ? part.characters.join('') : SAMPLES[part.kind];
  return sample.repeat(Math.ceil(length / sample.length)).slice(0, length);
}
