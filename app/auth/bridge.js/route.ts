import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export const dynamic = 'force-static';

const LIBRARY = 'node_modules/@azure/msal-browser/lib/redirect-bridge/msal-redirect-bridge.min.js';

/** MSAL's own bridge, read at build time, and the one call of it. */
export function GET(): Response {
  const library = readFileSync(join(process.cwd(), LIBRARY), 'utf8').replace(/\/\/# sourceMappingURL=.*$/m, '');
  return new Response(
    `${library}\nmsalRedirectBridge.broadcastResponseToMainFrame().catch(function () { if (top === self) location.replace('/sign-in'); });\n`,
    {
      headers: { 'content-type': 'text/javascript; charset=utf-8' },
    },
  );
}
