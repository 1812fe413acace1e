/** Without a mouse: everything is reached in a sensible order, and what opens gives the focus back. */
import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { canvas } from '../support/map.mjs';
import { query, scenario, until } from '../support/stage.mjs';

const focused = (page) => page.evaluate(() => {
  const { activeElement: at } = document;
  return at?.getAttribute('aria-label') ?? at?.textContent?.trim() ?? '';
});
const hasFocus = (locator) => locator.evaluate((element) => element === document.activeElement || element.contains(document.activeElement));

/** Presses Tab until the element has the focus; fails when it is not reached. */
async function tabTo(page, locator, what, most = 120) {
  for (let step = 0; step < most; step += 1) {
    if (await locator.count() > 0 && await hasFocus(locator.first())) return;
    await page.keyboard.press('Tab');
  }
  assert.fail(`${what} is not reached by ${most} tabs; the focus is at “${await focused(page)}”`);
}

/** Whether the focused element shows it: an outline, as the style sheet draws. */
const outlined = (page) => page.evaluate(() => {
  const seen = (element) => element && getComputedStyle(element).outlineStyle !== 'none' && parseFloat(getComputedStyle(element).outlineWidth) >= 2;
  const { activeElement: at } = document;
  return Boolean(seen(at) || seen(at.closest('label')) || seen(at.parentElement));
});

describe('keyboard', () => {
  scenario('the first tab offers the way past the menu', async ({ page }) => {
    await page.goto('/search');
    await page.getByRole('main').waitFor();
    await page.keyboard.press('Tab');
    assert.equal(await focused(page), '本文へ移動');
    await until(async () => (await page.getByRole('link', { name: '本文へ移動' }).boundingBox()).y >= 0, 'the skip link in sight');
    await page.keyboard.press('Enter');
    await until(() => hasFocus(page.getByRole('main')), 'focus on the main part');
  });

  scenario('a filter is set without a mouse and the focus returns to its button', async ({ page }) => {
    await page.goto('/search');
    const button = page.getByRole('group', { name: '絞り込み' }).getByRole('button', { name: /^サービス/ });
    await tabTo(page, button, 'サービス');
    assert.ok(await outlined(page), 'the focus is seen');
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'サービス' });
    await dialog.waitFor();
    await tabTo(page, dialog.getByRole('textbox'), 'the field in the dialog', 5);
    await page.keyboard.type('訪問看護');
    await page.keyboard.press('Tab');
    await until(() => page.evaluate(() => document.activeElement.type === 'checkbox'), 'focus on a check box');
    await page.keyboard.press('Space');
    await until(() => query(page).service !== undefined, 'a service in the address');
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    await until(() => hasFocus(button), 'focus back on the button');
  });

  scenario('chips, order, cards and the buttons of the map are all reached by Tab', { map: true }, async ({ page }) => {
    await page.goto('/search?service=care-430&system=care');
    await canvas(page).waitFor();
    const results = page.getByRole('region', { name: '検索結果' });
    await results.getByRole('listitem').first().waitFor();
    await tabTo(page, page.getByRole('combobox', { name: /探す$/ }), 'the search field');
    await tabTo(page, page.getByRole('group', { name: '制度で絞り込む' }).getByRole('button').first(), 'the first chip');
    await tabTo(page, page.getByRole('list', { name: 'いまの絞り込み' }).getByRole('button').first(), 'the first tag');
    await tabTo(page, results.getByRole('button', { name: /並べ替え/ }), 'the order');
    const card = results.locator('[data-office]').first();
    await tabTo(page, card, 'the first card');
    assert.equal(await card.getAttribute('data-hovered'), 'true', 'focus marks the office on the map as hovering does');
    await tabTo(page, card.getByRole('link', { name: /に電話する/ }), 'the telephone');
    await tabTo(page, page.getByRole('button', { name: 'もっと見る' }), 'more results');
    await tabTo(page, page.getByRole('group', { name: '地図の操作' }).getByRole('button', { name: '拡大' }), 'zoom in');
    assert.ok(await outlined(page), 'the focus is seen');
    await page.keyboard.press('Enter');
    await until(() => query(page).map !== undefined, 'a closer view in the address');
    await tabTo(page, page.getByRole('group', { name: '地図の操作' }).getByRole('button', { name: '現在地へ移動' }), 'own position', 6);
  });

  scenario('an office is chosen on the map from the list, and its card is reached', { map: true }, async ({ page }) => {
    await page.goto('/search?service=care-430');
    await canvas(page).waitFor();
    const button = page.getByRole('button', { name: /を地図で見る$/ }).first();
    await tabTo(page, button, '地図で見る');
    await page.keyboard.press('Enter');
    const card = page.getByRole('complementary', { name: '選んだ事業所' });
    await card.waitFor();
    await tabTo(page, card.getByRole('link', { name: /を詳しく見る$/ }), 'the link on the card', 200);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/offices/**');
    await until(() => hasFocus(page.getByRole('main')), 'the new page is announced');
  });

  scenario('the map itself moves by arrows and zooms by + and -', { map: true }, async ({ page }) => {
    await page.goto('/search?service=care-430&map=11,33.5,142.9');
    await canvas(page).waitFor();
    await canvas(page).locator('canvas').focus();
    await page.keyboard.press('ArrowRight');
    await until(() => Number(query(page).map.split(',')[2]) > 142.91, 'a view further east');
    await page.keyboard.press('-');
    await until(() => Number(query(page).map.split(',')[0]) < 10.5, 'a wider view');
  });

  scenario('the sources of an office unfold by keyboard', async ({ page, house }) => {
    const { items } = await house.api('/offices', { service: 'care-430', limit: 1 });
    await page.goto(`/offices/${items[0].id}`);
    const summary = page.getByText('項目ごとの出典を見る');
    await summary.waitFor();
    await tabTo(page, page.locator('summary').filter({ hasText: '項目ごとの出典を見る' }), 'the sources');
    await page.keyboard.press('Enter');
    await page.getByRole('region', { name: '出典と更新時期' }).getByRole('table').waitFor();
  });
});
