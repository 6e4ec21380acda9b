/** One or two letters for a person: first of the first and the last word, as a reader of any script would take them. */
export function initials(name: string): string {
  const words = name
    .normalize('NFC')
    .trim()
    .split(/\s+/u)
    .filter((word) => /\p{L}/u.test(word));
  const letter = (word: string | undefined) => /\p{L}\p{M}*/u.exec(word ?? '')?.[0] ?? '';
  const first = letter(words[0]);
  // Scripts written without spaces, and single names, stand with one letter.
  return words.length > 1 ? `${first}${letter(words.at(-1))}`.toLocaleUpperCase() : first.toLocaleUpperCase();
}

/** What the person is called to their face; null when the name gives no first one ("Sato, Yuki", an e-mail address). */
export function firstName(name: string): string | null {
  const words = name.normalize('NFC').trim().split(/\s+/u);
  const first = words[0];
  if (!first || words.length < 2 || /[,@\d]/.test(first)) return null;
  return /^\p{L}[\p{L}\p{M}'’.-]+$/u.test(first) && !first.endsWith('.') ? first : null;
}
