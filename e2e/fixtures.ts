import AxeBuilder from '@axe-core/playwright';
import { expect, test as base, type BrowserContext, type Page } from '@playwright/test';
import { SANDBOX, Sandbox } from './sandbox';
import { signInByCalls } from './sign-in';

type Way = 'calls' | 'hand';

interface Fixtures {
  /** Seed of this test's partition; override with test.use({ seed: { seed: 'bare' } }). */
  seed: Record<string, unknown>;
  /** This test's own partition. */
  sandbox: Sandbox;
  /** By the calls of the sign-in page, or by hand on the pages themselves: then the tab has MSAL's own tokens, too. */
  signInBy: Way;
  /** Signs a person in, in this page's context, and waits for the page asked for. */
  signIn: (name: string, path?: string, page?: Page, by?: Way) => Promise<void>;
}

/** Every page of every journey: no CSP violation, no uncaught error. */
async function watch(context: BrowserContext, faults: string[]) {
  await context.exposeFunction('__reportViolation', (text: string) => faults.push(text));
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const report = (window as unknown as { __reportViolation: (text: string) => void }).__reportViolation;
      report(`${event.violatedDirective} blocked ${event.blockedURI} on ${event.documentURI} ${event.sample}`);
    });
  });
  context.on('page', (page) => page.on('pageerror', (error) => faults.push(`uncaught: ${error.message}`)));
}

export const test = base.extend<Fixtures>({
  seed: [{ seed: 'company' }, { option: true }],
  signInBy: ['calls', { option: true }],
  context: async ({ context }, provide) => {
    const faults: string[] = [];
    await watch(context, faults);
    await provide(context);
    expect(faults, 'CSP violations and uncaught errors').toEqual([]);
  },
  sandbox: async ({ playwright, seed, context }, provide) => {
    const request = await playwright.request.newContext();
    const sandbox = await Sandbox.open(request, seed);
    await context.addCookies([{ name: 'sandbox-partition', value: sandbox.partition, url: SANDBOX }]);
    await provide(sandbox);
    await sandbox.close();
    await request.dispose();
  },
  signIn: async ({ page, sandbox, signInBy, timezoneId, baseURL }, provide) => {
    await provide(async (name, path = '/', where = page, by = signInBy) => {
      const person = sandbox.person(name);
      if (by === 'calls') {
        await signInByCalls(where.context(), person, baseURL ?? '', timezoneId);
        await where.goto(new URL(path, baseURL).href);
        return expect(where.getByRole('main')).toBeVisible();
      }
      await where.goto(path);
      await where.getByRole('button', { name: person.displayName }).first().click();
      await where.waitForURL((url) => !url.href.startsWith(SANDBOX) && !/^\/(sign-in|auth)/.test(url.pathname));
      await expect(where.getByRole('main')).toBeVisible();
    });
  },
});

/** A second browser of another (or the same) person in the same partition. */
export async function anotherContext(page: Page, sandbox: Sandbox): Promise<Page> {
  const browser = page.context().browser();
  if (!browser) throw new Error('No browser');
  const context = await browser.newContext();
  await context.addCookies([{ name: 'sandbox-partition', value: sandbox.partition, url: SANDBOX }]);
  return context.newPage();
}

/** WCAG 2.2 AA as far as axe sees it, on the page as it stands. */
export async function expectAccessible(page: Page) {
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze();
  expect(violations.map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.target.join(' ')).join(', ')}`)).toEqual([]);
}

export { expect };
