/** What Graph's error code of a refused write says (contract §9). Codes only choose a sentence: an unknown one says that it was refused. */
export type RefusalReason = 'incompatible' | 'outsidePolicy' | 'notPermitted' | 'noRight' | 'held' | 'open' | 'gone' | 'malformed';

const REASONS: Readonly<Record<string, RefusalReason>> = {
  incompatibleaccess: 'incompatible',
  policyrequirementsnotmet: 'outsidePolicy',
  permissiondenied: 'notPermitted',
  authorization_requestdenied: 'noRight',
  existinggrant: 'held',
  existingopenrequest: 'open',
  resourcenotfound: 'gone',
  invalidmodel: 'malformed',
};

/** The reason behind a code, whatever its case; null for one that says nothing certain. */
export function refusalReason(code: string): RefusalReason | null {
  const lower = code.toLowerCase();
  return Object.hasOwn(REASONS, lower) ? (REASONS[lower] ?? null) : null;
}

const ABOUT_THE_BODY: readonly (RefusalReason | null)[] = ['malformed', 'incompatible', 'outsidePolicy', 'notPermitted', 'noRight'];

/** Whether the code has nothing to do with a request or access that is there already. */
export function isAboutTheBody(code: string): boolean {
  return ABOUT_THE_BODY.includes(refusalReason(code));
}
