/** 用語: the words of both systems explain themselves where they stand, and are found by either side's word. */
import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { assertAccessible, assertFits, picture } from '../support/sight.mjs';
import { PHONE, SIZES, scenario, until } from '../support/stage.mjs';

const hasFocus = (locator) => locator.evaluate((element) => element === document.activeElement || element.contains(document.activeElement));

/** The guide's answer for somebody of 50 with ALS. */
async function guide(page) {
  await page.goto('/guide');
  await page.getByLabel('年齢', { exact: true }).fill('50');
  await page.getByLabel('市町村・町名').fill('麦野市');
  await page.getByLabel('病名・略称・指定難病の番号から').fill('ALS');
  await page.getByRole('button', { name: '加える', exact: true }).click();
  await page.getByText('麦野市の事業所と窓口です。', { exact: false }).waitFor();
}

const word = (page, name) => page.locator('.rule').getByRole('button', { name, exact: true }).first();

describe('terms', () => {
  scenario('without a mouse a word shows what the other system calls it, leads to the glossary and back', async ({ page, context }) => {
    await guide(page);
    const term = word(page, '要介護認定');
    await term.waitFor();
    assert.equal(await term.getAttribute('aria-expanded'), 'false');
    // Reached as everything is: from the link before it, by Tab.
    await page.getByRole('button', { name: '文字で写す', exact: true }).focus();
    await until(async () => {
      await page.keyboard.press('Tab');
      return hasFocus(term);
    }, 'the word reached by Tab');
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: '用語「要介護認定」' });
    await dialog.waitFor();
    await dialog.getByText('介護保険', { exact: true }).waitFor();
    await dialog.getByText('障害支援区分の認定', { exact: true }).waitFor();
    await dialog.getByText('どちらも市町村が調査しますが、', { exact: false }).waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    await until(() => hasFocus(term), 'the focus back on the word');

    await page.keyboard.press('Enter');
    await dialog.waitFor();
    await page.keyboard.press('Tab');
    const [glossary] = await Promise.all([context.waitForEvent('page'), page.keyboard.press('Enter')]);
    const row = glossary.getByRole('row', { name: /要介護認定 障害支援区分の認定/ });
    await row.waitFor();
    assert.match(glossary.url(), /\/glossary#certification$/);
    await until(async () => (await row.getAttribute('aria-current')) === 'true', 'the word marked on the page');
    await until(async () => {
      const seen = await row.boundingBox();
      return seen && seen.y >= 0 && seen.y + seen.height <= glossary.viewportSize().height;
    }, 'the word in sight');
    await assertAccessible(glossary);
    await glossary.close();
    // What was asked is still there.
    assert.equal(await page.getByLabel('年齢', { exact: true }).inputValue(), '50');
    await word(page, '要介護認定').waitFor({ state: 'attached' });
  });

  for (const [name, size] of Object.entries(SIZES)) {
    scenario(`the words of a result open within the window and stand axe (${name})`, { size }, async ({ page }) => {
      await guide(page);
      const terms = page.getByRole('main').getByRole('button').and(page.locator('.term'));
      await terms.first().waitFor();
      assert.ok((await terms.count()) > 5, 'many words are explained');
      assert.equal(await page.locator(':is(h1, h2, h3, h4, a, label, th, button) .term').count(), 0, 'never inside what is pressed or a heading');
      await assertAccessible(page);
      const term = word(page, '要介護認定');
      await term.click();
      const dialog = page.getByRole('dialog');
      await dialog.waitFor();
      const box = await dialog.boundingBox();
      assert.ok(box.x >= 0 && box.x + box.width <= size.width, JSON.stringify(box));
      await assertFits(page);
      await assertAccessible(page);
      await picture(page, `terms-open-${name}`);
      // Pressed beside it, it closes.
      await page.mouse.click(size.width - 4, 4);
      await dialog.waitFor({ state: 'hidden' });
    });
  }

  scenario('in English the English words are explained', { size: PHONE }, async ({ page }) => {
    await page.goto('/guide?lang=en');
    await page.getByLabel('Age', { exact: true }).fill('50');
    await page.getByRole('button', { name: 'Leaving hospital', exact: true }).click();
    const term = word(page, /^care managers?$/i);
    await term.click();
    const dialog = page.getByRole('dialog', { name: /^The term “care managers?”$/i });
    await dialog.getByText('Care manager', { exact: true }).waitFor();
    await dialog.getByText('Consultation support specialist', { exact: true }).waitFor();
    await dialog.getByRole('link', { name: 'See it in the glossary (new tab)' }).waitFor();
    await assertFits(page);
  });

  scenario('a word of one system finds the pair, and with it the word of the other', async ({ page, house }) => {
    for (const [asked, other] of [['ケアプラン', 'サービス等利用計画'], ['サービス等利用計画', 'ケアプラン'], ['地域ケア会議', '協議会'], ['障害支援区分', '要介護認定']]) {
      const found = await (await fetch(`${house.origin}/api/v1/suggest?q=${encodeURIComponent(asked)}`)).json();
      assert.ok(found.items.some(({ kind, label, detail }) => kind === 'term' && `${label} ${detail}`.includes(other)), `${asked}: ${JSON.stringify(found.items)}`);
    }
    await page.goto('/');
    await page.getByRole('combobox').first().fill('ケアプラン');
    await page.getByRole('option', { name: /サービス等利用計画.*用語/ }).click();
    await page.waitForURL(/\/glossary#plan$/);
    await until(async () => (await page.locator('#plan').getAttribute('aria-current')) === 'true', 'the pair marked');
  });
});
