import { TENANT_ID } from '../registration.ts';
import type { AuthorityReply } from '../request.ts';
import { KEY, LOGO } from './drawings.ts';
import { Html, html } from './html.ts';

const ASSETS = `/${TENANT_ID}/assets`;

export interface Page {
  title: string;
  /** Large words on the dark leaf. */
  headline: string;
  lead: readonly string[];
  main: Html;
  /** Origins, beside our own, that a form may lead to (Chromium applies `form-action` to redirects, too). */
  formTargets?: readonly string[];
  status?: number;
  cookie?: string;
}

/** A page of the authority: dark leaf with the mark, content beside it, no script, its own strict CSP. */
export function pageReply(page: Page): AuthorityReply {
  const headers: Record<string, string> = {
    'Content-Type': 'text/html; charset=utf-8',
    'Cache-Control': 'no-store',
    'Content-Security-Policy': policy(page.formTargets ?? []),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'same-origin',
  };
  if (page.cookie !== undefined) headers['Set-Cookie'] = page.cookie;
  return { status: page.status ?? 200, headers, body: document(page).text };
}

function policy(formTargets: readonly string[]): string {
  return [
    "default-src 'none'",
    "style-src 'self'",
    "font-src 'self'",
    "img-src 'self'",
    ['form-action', "'self'", ...formTargets].join(' '),
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; ');
}

function document(page: Page): Html {
  return html`<!doctype html>
    <html lang="en" dir="ltr">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${page.title} · Latchkey sandbox</title>
        <link rel="icon" href="${ASSETS}/mark.svg" />
        <link rel="stylesheet" href="${ASSETS}/tokens.css" />
        <link rel="stylesheet" href="${ASSETS}/text.css" />
        <link rel="stylesheet" href="${ASSETS}/pages.css" />
      </head>
      <body>
        <div class="gate">
          <header class="side">
            ${new Html(LOGO)}
            <div class="say">
              <h1>${page.headline}</h1>
              ${page.lead.map((sentence) => html`<p>${sentence}</p>`)}
            </div>
            ${new Html(KEY)}<span class="room only-wide"></span>
          </header>
          <main class="main"><div class="column">${page.main}</div></main>
        </div>
      </body>
    </html> `;
}
