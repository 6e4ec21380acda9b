const EMAIL = /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>".]+$/;

/** Whether this is the whole address of somebody, fit for `target.email` (contract §4.8). */
export function isWholeEmail(text: string): boolean {
  return text.length <= 254 && EMAIL.test(text.trim());
}
