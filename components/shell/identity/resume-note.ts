/** What this tab remembers across a round trip to the authority. */
export interface ResumeNote {
  /** The page that was left: path, query and hash. */
  path: string;
  /** Whose page it was; another person's note is thrown away. */
  oid: string | null;
  /** The form whose sending was interrupted; it may send once. */
  action: string | null;
  /** Form name → typed text. */
  texts: Record<string, string>;
}

const KEY = 'latchkey.resume';

export function keepForReturn(note: ResumeNote): void {
  if (note.action === null && Object.keys(note.texts).length === 0) sessionStorage.removeItem(KEY);
  else sessionStorage.setItem(KEY, JSON.stringify(note));
}

export function forgetResumeNote(): void {
  sessionStorage.removeItem(KEY);
}

/**
 * Takes what was kept under this form's name: once, on the page that was left, for the person who left it. Null otherwise.
 */
export function takeResume(name: string, here: string, oid: string): { text: string | null; send: boolean } | null {
  const note = read();
  if (!note || samePage(note.path) !== samePage(here)) return null;
  if (note.oid !== oid) {
    forgetResumeNote();
    return null;
  }
  const { [name]: text = null, ...texts } = note.texts;
  const send = note.action === name;
  if (text === null && !send) return null;
  keepForReturn({ ...note, texts, action: send ? null : note.action });
  return { text, send };
}

function read(): ResumeNote | null {
  try {
    return JSON.parse(sessionStorage.getItem(KEY) ?? 'null') as ResumeNote | null;
  } catch {
    return null;
  }
}

function samePage(path: string): string {
  return path.split('#', 1)[0] ?? path;
}
