import type { OAuthError } from '../errors.ts';
import { PARTITION_COOKIE } from '../request.ts';
import type { AuthorityReply } from '../request.ts';
import { html } from './html.ts';
import { pageReply } from './layout.ts';

/** For requests that must not be answered by a redirect: an unknown client, or an address that is not registered. */
export function errorPage(error: OAuthError): AuthorityReply {
  return pageReply({
    title: 'Sign-in refused',
    headline: 'This door stays shut',
    lead: ['The sandbox’s sign-in cannot go on with this request.'],
    main: html`<div class="message">
      <h2>What was wrong</h2>
      <p>${error.message}</p>
      <p class="muted">AADSTS${error.aadsts}, <code>${error.error}</code></p>
    </div>`,
    status: 400,
  });
}

/** The browser carries a cookie of a partition that is gone. The cookie goes with this answer. */
export function partitionGonePage(): AuthorityReply {
  return pageReply({
    title: 'Partition gone',
    headline: 'This tenant is gone',
    lead: ['Your browser was inside a partition of the sandbox that has been deleted.'],
    main: html`<div class="message">
      <h2>What now</h2>
      <p>You have left it. Load this page again to sign in to the sandbox’s default tenant.</p>
    </div>`,
    status: 404,
    cookie: `${PARTITION_COOKIE}=; Path=/; Max-Age=0`,
  });
}

export function signedOutPage(cookie?: string): AuthorityReply {
  return pageReply({
    title: 'Signed out',
    headline: 'You are signed out',
    lead: ['The sandbox’s sign-in has forgotten you.'],
    main: html`<div class="message">
      <h2>That is all</h2>
      <p>You can close this page, or go back to the portal and sign in as someone else.</p>
    </div>`,
    ...(cookie === undefined ? {} : { cookie }),
  });
}
