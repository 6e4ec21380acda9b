import type { APIRequestContext } from '@playwright/test';
import { expect, test as base } from '../fixtures';
import { SANDBOX, type Sandbox } from '../sandbox';
import { graphProxy, type GraphProxy } from './graph-proxy';
import { ownPortal, type OwnPortal } from './own-portal';

interface Fixtures {
  /** Signs a person in at the own portal: the session cookie is the page's and of `page.request`. */
  enter: (name: string) => Promise<void>;
}

interface WorkerFixtures {
  /** All that this worker's portal sends to Graph. */
  traffic: GraphProxy;
  /** A portal of this worker's own, whose Graph is the proxy. */
  portal: OwnPortal;
}

/** Tests against a portal whose outgoing traffic is written down on its way. */
export const test = base.extend<Fixtures, WorkerFixtures>({
  traffic: [
    async ({}, provide) => {
      const proxy = await graphProxy(SANDBOX);
      await provide(proxy);
      await proxy.close();
    },
    { scope: 'worker' },
  ],
  portal: [
    async ({ traffic }, provide) => {
      const portal = await ownPortal(SANDBOX, traffic.origin);
      await provide(portal);
      await portal.stop();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  baseURL: async ({ portal }, provide) => {
    await provide(portal.origin);
  },
  enter: async ({ page, sandbox, portal }, provide) => {
    await provide(async (name) => {
      await beginSession(page.request, portal.origin, await portalToken(sandbox, name));
      await page.context().addCookies([{ name: 'tz', value: 'Europe/Paris', url: portal.origin }]);
    });
  },
});

/** A token for the portal's own API, as the browser would bring it. */
export async function portalToken(sandbox: Sandbox, name: string): Promise<string> {
  const { access_token: token } = (await sandbox.control('POST', 'token', {
    user: sandbox.person(name).userPrincipalName,
    scope: 'access_as_user',
    audience: 'portal',
  })) as { access_token: string };
  return token;
}

async function beginSession(request: APIRequestContext, origin: string, token: string) {
  const answer = await request.post(`${origin}/api/session`, { headers: { authorization: `Bearer ${token}`, origin } });
  expect(answer.status(), await answer.text()).toBe(200);
}

export { expect };
