import type { DraftContent } from '@/lib/drafts/drafts';

/** Draft content from text a browser tab kept; null for anything else. */
export function contentFromText(text: string | null): DraftContent | null {
  if (text === null) return null;
  try {
    const content: unknown = JSON.parse(text);
    return isContent(content) ? content : null;
  } catch {
    return null;
  }
}

function isContent(value: unknown): value is DraftContent {
  if (typeof value !== 'object' || value === null) return false;
  return (
    'answers' in value &&
    isAnswers(value.answers) &&
    'justification' in value &&
    typeof value.justification === 'string' &&
    'period' in value
  );
}

function isAnswers(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return Object.values(value).every((given) => Array.isArray(given) && given.every((one) => typeof one === 'string'));
}
