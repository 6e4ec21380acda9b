export const dynamic = 'force-static';

const PAGE =
  '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Latchkey</title><script src="/auth/bridge.js"></script></head><body></body></html>';

/** Where the authority sends the browser back to, in the window or in MSAL's hidden frame: MSAL's bridge hands the answer to the page that asked. */
export function GET(): Response {
  return new Response(PAGE, { headers: { 'content-type': 'text/html; charset=utf-8' } });
}
