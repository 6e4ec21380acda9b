import type { Page } from '@playwright/test';
import { expect, expectAccessible, test } from '../fixtures';
import { SANDBOX } from '../sandbox';

const CRM = 'CRM, European accounts';
const posts = /assignmentRequests$/;
const lang = (page: Page) => page.locator('html');
const fits = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);

/** A word of each language that stands on every page of the portal, in the rail. */
const RAIL = { en: 'My access', de: 'Meine Zugänge', fr: 'Mes accès', es: 'Mis accesos', ja: 'アクセス権', ar: 'وصولي' };

test.describe('Choosing a language', () => {
  test('from the menu keeps the place and what was typed, and outlives the sign-out', async ({ page, sandbox, signIn }) => {
    const path = `/access-packages/${await sandbox.packageId(CRM)}/request`;
    await signIn('Nils Ekberg', path);
    await page.getByLabel(/Which cost centre pays/).fill('4310-DE');
    await expect(page.getByText(/Draft saved/)).toBeVisible();
    await page
      .getByRole('button', { name: /^Account and settings/ })
      .first()
      .click();
    await page.getByRole('button', { name: 'Français' }).click();
    await expect(lang(page)).toHaveAttribute('lang', 'fr');
    await expect(page).toHaveURL(path);
    await expect(page.getByLabel(/Quel centre de coûts paie/)).toHaveValue('4310-DE');
    await expect(page.getByRole('button', { name: 'Français' })).toHaveAttribute('aria-pressed', 'true');
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Se déconnecter' }).click();
    await expect(page.getByRole('heading', { name: 'Vous êtes déconnecté' })).toBeVisible();
    await page.goto('/requests');
    await page.waitForURL((url) => url.href.startsWith(SANDBOX));
    await page.getByRole('button', { name: 'Nils Ekberg' }).first().click();
    await expect(page.getByRole('heading', { level: 1, name: /demande/i })).toBeVisible();
    await expect(lang(page)).toHaveAttribute('lang', 'fr');
  });

  test('every language is offered in its own words, on a phone too', async ({ page, signIn }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await signIn('Ana Ruiz', '/requests');
    for (const name of ['Deutsch', 'Français', 'Español', '日本語', 'العربية', 'English']) {
      await page
        .getByRole('button', { name: /Ana Ruiz/ })
        .filter({ visible: true })
        .first()
        .click();
      await page.getByRole('button', { name, exact: true }).click();
      await expect(page.getByRole('button', { name, exact: true })).toHaveAttribute('aria-pressed', 'true');
      expect(await fits(page), name).toBe(true);
      await page.keyboard.press('Escape');
    }
  });
});

test.describe('The browser’s language', () => {
  test.describe('of a country', () => {
    test.use({ locale: 'fr-CA' });

    test('is its language’s on the first visit', async ({ page, signIn }) => {
      await signIn('Ana Ruiz', '/');
      await expect(lang(page)).toHaveAttribute('lang', 'fr');
      await expect(page.getByRole('link', { name: RAIL.fr }).first()).toBeVisible();
      await page.goto('/nowhere');
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Il n’y a rien à cette adresse');
    });
  });

  // The browser under test sends its own header whatever one asks for: these are asked for by hand.
  test('counts by its weights; a choice goes before it', async ({ request }) => {
    const languageOf = async (accept: string, cookie = '') => {
      const answer = await request.get('/signed-out', { headers: { 'accept-language': accept, ...(cookie ? { cookie } : {}) } });
      return /<html lang="([^"]*)"/.exec(await answer.text())?.[1];
    };
    expect(await languageOf('it, en;q=0.4, es-MX;q=0.7, de;q=0')).toBe('es');
    expect(await languageOf('zh-Hant, ja-JP;q=0.9, fr;q=0.8')).toBe('ja');
    expect(await languageOf('it, pt-BR;q=0.9')).toBe('en');
    expect(await languageOf('es', 'locale=fr')).toBe('fr');
    expect(await languageOf('es', 'locale=xx')).toBe('es');
  });

  test.describe('that is not spoken', () => {
    test.use({ locale: 'ko-KR' });

    test('reads English', async ({ page, signIn }) => {
      await signIn('Ana Ruiz', '/');
      await expect(lang(page)).toHaveAttribute('lang', 'en');
    });
  });
});

test('a reader’s browser gets only their language', async ({ page, context, signIn, baseURL }) => {
  await context.addCookies([{ name: 'locale', value: 'ja', url: baseURL ?? '' }]);
  const bodies: Promise<string>[] = [];
  page.on('response', (response) => {
    const isOurs = response.url().startsWith(baseURL ?? '') && /javascript|html|x-component/.test(response.headers()['content-type'] ?? '');
    if (isOurs && response.ok()) bodies.push(response.text().catch(() => ''));
  });
  await signIn('Ana Ruiz', '/');
  await page.getByRole('link', { name: RAIL.ja }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: 'アクセス権' })).toBeVisible();
  const all = (await Promise.all(bodies)).join('\n');
  expect(all).toContain(RAIL.ja);
  for (const language of ['de', 'fr', 'es', 'ar'] as const) expect(all, language).not.toContain(RAIL[language]);
});

test.describe('A whole request in Japanese', () => {
  test.use({ locale: 'ja-JP', timezoneId: 'Asia/Tokyo', viewport: { width: 390, height: 844 } });

  test('from the search to its state, on a phone; a wrong answer said in words, sent once', async ({ page, sandbox, signIn }) => {
    await signIn('Nils Ekberg', '/access-packages');
    await page.getByRole('searchbox').or(page.getByRole('combobox')).first().fill('CRM');
    await page.getByRole('link', { name: CRM }).first().click();
    await page.getByRole('link', { name: 'アクセスを要求する' }).click();
    await page.getByLabel(/ライセンス費用を負担する原価センター/).fill('4310');
    await page.getByRole('radio', { name: '連絡先とメモの更新' }).check();
    await page.getByLabel(/業務上の正当な理由/).fill('北欧の取引先を担当しています。');
    await page.getByRole('button', { name: '要求を送信する' }).click();
    const summary = page.getByRole('alert').filter({ hasText: '見直しが必要な回答が 1 件あります' });
    await expect(summary).toBeFocused();
    await expect(summary).toContainText('数字 4 文字、ハイフン、英大文字 2 文字の形式で入力してください');
    await page.getByLabel(/ライセンス費用を負担する原価センター/).fill('4310-DE');
    await expect(page.getByLabel(/業務上の正当な理由/)).toHaveValue('北欧の取引先を担当しています。');
    await expectAccessible(page);
    await page.getByRole('button', { name: '要求を送信する' }).click();
    await expect(page).toHaveURL(/\/requests\/[^/]+$/);
    await expect(page.getByText(/^今日 \d\d:\d\d に送信$/)).toBeVisible();
    await expect(page.locator('main time').first()).toHaveAttribute('title', /^\d{4}年\d{1,2}月\d{1,2}日.曜日 \d\d:\d\d/);
    await expect(page.getByText('北欧の取引先を担当しています。')).toBeVisible();
    expect(await fits(page)).toBe(true);
    const made = (await sandbox.journal('POST', posts)).filter(({ status }) => status < 300);
    expect(made).toHaveLength(1);
  });
});

test.describe('A whole request in French', () => {
  test.use({ locale: 'fr-FR', timezoneId: 'Europe/Paris' });

  test('with dates as French writes them', async ({ page, sandbox, signIn }) => {
    await signIn('Nils Ekberg', `/access-packages/${await sandbox.packageId(CRM)}`);
    await page.getByRole('link', { name: 'Demander l’accès' }).click();
    await page.getByLabel(/Quel centre de coûts paie/).fill('4310-DE');
    await page.getByRole('radio', { name: 'Mettre à jour les contacts et les notes' }).check();
    await page.getByLabel(/Justification professionnelle/).fill('Je m’occupe des comptes nordiques.');
    await expect(page.getByText(/donc jusqu’au \d{1,2}(er)? \p{L}+( \d{4})? environ/u)).toBeVisible();
    await page.getByRole('radio', { name: /Des dates de mon choix/ }).check();
    await expect(page.getByText('Les dates sont indiquées dans votre fuseau horaire, Paris (UTC+1).')).toBeVisible();
    await page.getByRole('button', { name: 'Envoyer la demande' }).click();
    await expect(page).toHaveURL(/\/requests\/[^/]+$/);
    await expect(page.getByText(/^Envoyée aujourd’hui à \d\d:\d\d$/)).toBeVisible();
    await page.getByRole('button', { name: 'Annuler la demande' }).click();
    const dialog = page.getByRole('alertdialog');
    await expect(dialog).toContainText(/Annuler la demande pour CRM, European accounts\s\?/);
    await dialog.getByRole('button', { name: 'La conserver' }).click();
    expect(await sandbox.journal('POST', posts)).toHaveLength(1);
  });
});
