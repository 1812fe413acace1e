/** Japanese and English: the switch translates the view it finds. */
import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { query, scenario, until } from '../support/stage.mjs';

const switchTo = (page, name) => page.getByRole('button', { name, exact: true }).click();

describe('language', () => {
  scenario('the switch keeps the view and translates it', async ({ page, house }) => {
    await page.goto('/search?service=care-130&open=saturday&sort=name');
    const { items, total } = await house.api('/offices', { service: 'care-130', open: 'saturday', sort: 'name' });
    const first = page.getByRole('link', { name: items[0].name, exact: true }).first();
    await first.waitFor();
    await switchTo(page, 'English');
    await until(async () => (await page.locator('html').getAttribute('lang')) === 'en', 'lang of the document');
    await page.getByRole('navigation').getByRole('link', { name: /search|find/i }).first().waitFor();
    await page.getByRole('status').getByText(new RegExp(`^${total.toLocaleString('en-GB')} `)).waitFor();
    await first.waitFor();
    assert.deepEqual(query(page), { service: 'care-130', open: 'saturday', sort: 'name', lang: 'en' });
    const { services } = await house.api('/taxonomy');
    await page.getByRole('region', { name: /results/i }).getByText(services.find(({ code }) => code === 'care-130').en).first().waitFor();
    await switchTo(page, '日本語');
    await page.getByRole('region', { name: '検索結果' }).waitFor();
    assert.deepEqual(query(page), { service: 'care-130', open: 'saturday', sort: 'name' });
  });

  scenario('the choice follows from page to page and into a new tab', async ({ page, context }) => {
    await page.goto('/');
    await switchTo(page, 'English');
    await page.getByRole('navigation').getByRole('link', { name: 'Gaps' }).click();
    await page.waitForURL(/\/gaps\?lang=en/);
    assert.equal(await page.locator('html').getAttribute('lang'), 'en');
    const other = await context.newPage();
    await other.goto('/');
    await until(async () => (await other.locator('html').getAttribute('lang')) === 'en', 'English in a new tab');
  });

  scenario('no Japanese interface text is left in English', async ({ page }) => {
    for (const path of ['/', '/search', '/search?q=zzzqqq', '/organizations', '/import', '/about']) {
      await page.goto(`${path}${path.includes('?') ? '&' : '?'}lang=en`);
      await page.getByRole('main').getByRole('heading').first().waitFor();
      assert.deepEqual(await page.evaluate(japaneseLeft), [], path);
    }
  });
});

/** Runs in the page: texts and names in Japanese that are not data. */
function japaneseLeft() {
  // What the data say stays as it is; so do the letters of the marks and the name of the other language.
  const data = '[data-office], .organizations, .languages, .filter-scroll, tbody, svg, noscript';
  const own = (element) => [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE).map((node) => node.textContent);
  return [...document.body.querySelectorAll('*')]
    .filter((element) => !element.closest(data))
    .flatMap((element) => [...own(element), ...['aria-label', 'placeholder', 'title'].map((name) => element.getAttribute(name) ?? '')])
    .map((text) => text.replaceAll(/星図|星見県|[「“](.*?)[」”]|\([介障両児医行地]\)/g, '').trim())
    .filter((text) => /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u.test(text));
}
