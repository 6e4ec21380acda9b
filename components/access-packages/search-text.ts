/** Words of a text for search, and where they stand in it. */
export interface Word {
  /** Folded: lower case, no accents. */
  text: string;
  start: number;
  end: number;
}

const WORDS = /[\p{L}\p{N}]+/gu;
const NO_SPACES = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/** Lower case without accents, so that "Gdansk" finds "Gdańsk". */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLocaleLowerCase();
}

let segmenter: Intl.Segmenter | undefined;

/** Splits at spaces and punctuation; scripts written without spaces by Intl.Segmenter. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(WORDS)) {
    if (NO_SPACES.test(match[0])) {
      segmenter ??= new Intl.Segmenter('ja', { granularity: 'word' });
      for (const { segment, index } of segmenter.segment(match[0])) words.push(word(segment, match.index + index));
    } else words.push(word(match[0], match.index));
  }
  return words;
}

function word(text: string, start: number): Word {
  return { text: fold(text), start, end: start + text.length };
}

/** Parts of a text, the matching ones marked: `terms` are folded words the search matched, `asked` what was typed (a prefix is enough). */
export function markedParts(text: string, asked: readonly string[], terms: ReadonlySet<string>): { text: string; marked: boolean }[] {
  const parts: { text: string; marked: boolean }[] = [];
  let at = 0;
  const push = (end: number, marked: boolean) => {
    if (end > at) parts.push({ text: text.slice(at, end), marked });
    at = Math.max(at, end);
  };
  for (const { text: folded, start, end } of wordsOf(text)) {
    const prefix = asked.filter((word) => folded.startsWith(word)).toSorted((a, b) => b.length - a.length)[0];
    if (prefix === undefined && !terms.has(folded)) continue;
    push(start, false);
    // Folding may change lengths (ß, ligatures): then the whole word is marked.
    const sameLength = folded.length === end - start;
    push(prefix !== undefined && sameLength ? start + prefix.length : end, true);
  }
  push(text.length, false);
  return parts;
}
