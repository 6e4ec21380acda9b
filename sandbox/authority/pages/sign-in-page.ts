import type { Person } from '../../tenant/model.ts';
import type { Tenant } from '../../tenant/tenant.ts';
import type { Authorization } from '../authorization.ts';
import type { AuthorityReply, AuthorityRequest } from '../request.ts';
import { missingConsent } from '../scopes.ts';
import { TENANT_ID } from '../registration.ts';
import type { Html } from './html.ts';
import { html } from './html.ts';
import { pageReply } from './layout.ts';
import { groupPeople } from './people-groups.ts';

/** The sign-in page: the partition's people by what they show, one button each. Works without JavaScript. `problem` says what went wrong before. */
export function signInPage(request: AuthorityRequest, tenant: Tenant, wanted: Authorization, problem?: string): AuthorityReply {
  const find = (request.query.get('find') ?? '').trim();
  const listed = [...tenant.people.values()].filter((person) => person.listed);
  const found = listed.filter((person) => matches(person, find));
  const groups = groupPeople(tenant, found, wanted.loginHint);
  return pageReply({
    title: 'Sandbox sign-in',
    headline: 'Who are you today?',
    lead: [
      'This is the sandbox’s sign-in. Pick someone from Tidewater Freight, a sample company, and see the portal as they do. No password, nothing real.',
    ],
    formTargets: [request.world.portalOrigin],
    main: html`${problem === undefined ? null : html`<p class="note" role="alert">${problem}</p>`}${stepUpNote(wanted)}${consentNote(tenant, wanted)}${findForm(request, find, found.length)}
      <form method="post" action="${actionUrl(request)}">
        ${groups.map(
          ({ title, people }) =>
            html`<h2>${title}</h2>
              <ul class="people">
                ${people.map(personButton)}
              </ul> `,
        )}${
          found.length === 0
            ? html`<h2>Nobody matches “${find}”</h2>
                <p class="muted">Look for part of a name, a title or what somebody shows.</p>`
            : null
        }
      </form>
      <form class="by-address" method="post" action="${actionUrl(request)}">
        <label>Someone else, by e-mail address<input type="email" name="address" autocomplete="off" required /></label
        ><button class="button">Sign in</button>
      </form>
      <form class="by-address" method="post" action="${actionUrl(request)}">
        <button class="button quiet" name="cancel" value="1">Go back without signing in</button>
      </form>
      <hr />
      ${facts(tenant, listed.length)}`,
  });
}

/** Only to authorize again with the same request: the form's own fields are kept out of the address. */
function actionUrl(request: AuthorityRequest): string {
  const query = new URLSearchParams(request.query);
  query.delete('find');
  return `/${TENANT_ID}/oauth2/v2.0/authorize?${query}`;
}

function matches(person: Person, find: string): boolean {
  const text = `${person.displayName} ${person.userPrincipalName} ${person.jobTitle ?? ''} ${person.about}`.toLowerCase();
  return find
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

function findForm(request: AuthorityRequest, find: string, count: number): Html {
  const kept = [...request.query].filter(([name]) => name !== 'find');
  return html`<form method="get" role="search" action="/${TENANT_ID}/oauth2/v2.0/authorize">
    ${kept.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)}
    <label class="search"
      ><svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
        <circle cx="11" cy="11" r="6.5" />
        <path d="m16 16 4.5 4.5" /></svg
      ><span class="hidden">Find a person</span
      ><input type="search" name="find" value="${find}" placeholder="Name, title or what they show" autocomplete="off" /><span
        class="small muted"
        >${count} people</span
      ></label
    >
  </form>`;
}

function personButton(person: Person): Html {
  const guest = person.userType === 'Guest';
  // Only a title in another script is in the person's own language; the others are English like the page.
  const language = /[^\u0000-\u024f]/.test(person.jobTitle ?? '') ? (person.preferredLanguage ?? 'en') : 'en';
  return html`<li>
    <button class="person" name="user" value="${person.id}">
      <span class="${guest ? 'ava guest' : 'ava'}" aria-hidden="true">${initials(person)}</span
      ><span
        ><span class="hidden">Sign in as </span><b><bdi>${person.displayName}</bdi></b>
        <span class="muted small"><bdi lang="${language}">${person.jobTitle ?? ''}</bdi></span>
        <span class="what muted small">${person.about}</span></span
      ><span class="go" aria-hidden="true"
        >Sign in <svg class="icon" viewBox="0 0 24 24"><path d="M4 12h16M14 6l6 6-6 6" /></svg
      ></span>
    </button>
  </li>`;
}

function initials(person: Person): string {
  const words = person.displayName.split(' ');
  const both = words.length > 1 ? [words[0], words.at(-1)] : words;
  return both
    .map((word) => [...(word ?? '')][0] ?? '')
    .join('')
    .toUpperCase();
}

function stepUpNote(wanted: Authorization): Html | null {
  return wanted.claims.stepUp
    ? html`<p class="consent">The sample company asks for a stronger sign-in here. Press your name again; that is all it takes.</p>`
    : null;
}

/** What pressing a name also agrees to. Scopes that need an administrator are not asked here: the request fails with consent_required. */
function consentNote(tenant: Tenant, wanted: Authorization): Html | null {
  const missing = missingConsent(wanted.asked.graph, { tenant: (scope) => tenant.consented(scope), person: () => false }).user;
  if (missing.length === 0) return null;
  return html`<p class="consent">
    By signing in you let Latchkey use ${missing.map((scope, index) => html`${index > 0 ? ', ' : ''}<code>${scope}</code>`)} for you.
  </p>`;
}

function facts(tenant: Tenant, people: number): Html {
  const now = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeStyle: 'short', timeZone: 'UTC' }).format(tenant.now());
  return html`<dl class="facts">
    <div>
      <dt>Time in the sandbox</dt>
      <dd>${now} UTC</dd>
    </div>
    <div>
      <dt>Company</dt>
      <dd>${people} people, ${tenant.packages.size} packages</dd>
    </div>
  </dl>`;
}
