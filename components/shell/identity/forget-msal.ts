/** Removes what MSAL keeps in this tab (tokens, accounts, half-finished interactions) without loading MSAL. */
export function forgetMsal(): void {
  for (const key of Object.keys(sessionStorage)) if (key.startsWith('msal.')) sessionStorage.removeItem(key);
}
