import { questionFieldId } from '@/components/questions/answer-values';

/** The element that holds a field of the page, by the field's dotted path. */
export function fieldId(path: string): string {
  const [first = '', second = '', third] = path.split('.');
  if (first === 'answers') return questionFieldId(second);
  if (first === 'periods') return periodIds(second)[third === 'startDay' ? 'start' : third === 'endDay' ? 'end' : 'choice'];
  return second ? `${first}-${second}` : first;
}

/** The elements of one package's period. */
export function periodIds(field: string): { choice: string; start: string; end: string } {
  return { choice: `period-${field}`, start: `period-${field}-start`, end: `period-${field}-end` };
}
