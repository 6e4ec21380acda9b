import type { Page } from '@playwright/test';
import { anotherContext, expect, test } from './fixtures';
import { layoutFaults, plainTexts } from './layout/faults';
import { writePseudoMessages } from './layout/pseudo';
import { type Screen, screensOf } from './layout/screens';

const WIDTHS = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
];

async function open(page: Page, { path, act }: Screen) {
  await page.goto(path);
  await expect(page.locator('h1').filter({ visible: true }).first()).toBeVisible();
  await expect(page.locator('.waiting, .sk').filter({ visible: true })).toHaveCount(0);
  await act?.(page);
}

test.describe.configure({ timeout: 300_000 });

/* Every screen in long, wide and foreign words. The pseudo language is English 40% longer, accented, in brackets: what is not, no message wrote. */
for (const { language, locale } of [
  { language: 'the pseudo language', locale: 'en-XA' },
  { language: 'German', locale: 'de' },
  { language: 'Japanese', locale: 'ja' },
]) {
  test(`no screen is cut or overlaps in ${language}`, async ({ page: first, sandbox, signIn, baseURL }) => {
    writePseudoMessages(process.env.E2E_MESSAGES ?? '');
    const faults: string[] = [];
    for (const [person, screens] of Object.entries(await screensOf(sandbox))) {
      const page = await anotherContext(first, sandbox);
      await page.context().addCookies([{ name: 'locale', value: locale, url: baseURL ?? '' }]);
      await signIn(person, '/', page);
      await expect(page.locator('html')).toHaveAttribute('lang', locale);
      for (const screen of screens) {
        for (const [at, size] of WIDTHS.entries()) {
          await page.setViewportSize(size);
          // What was opened at one width is opened anew at the other; else the page only folds.
          if (at === 0 || screen.act) await open(page, screen);
          await page.evaluate(() => document.fonts.ready);
          const found = await page.evaluate(layoutFaults);
          if (locale === 'en-XA' && size.width > 1000) found.push(...(await page.evaluate(plainTexts)));
          faults.push(...found.map((fault) => `${screen.name} ${size.width}: ${fault}`));
        }
      }
      await page.context().close();
    }
    expect(faults).toEqual([]);
  });
}
