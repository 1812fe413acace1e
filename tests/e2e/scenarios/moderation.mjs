/** A steward's day: the queue by keyboard and without, history and restoring, lists on paper, the audit. */
import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { rarer } from '../support/menu.mjs';
import { ask, raiseQuestions, signedIn } from '../support/people.mjs';
import { assertAccessible, assertFits, picture } from '../support/sight.mjs';
import { PHONE, SIZES, scenario, until } from '../support/stage.mjs';

const on = 'moderated';
const queue = (house, cookie) => ask(house, cookie, 'GET', '/review-items?limit=100');
const said = (page) => page.locator('.review-said');

describe('moderation', () => {
  scenario('ten questions are decided by keyboard alone, and the last one is taken back', { on }, async ({ page, context, house }) => {
    const cookie = await signedIn(context, house, 'kanri', 'administrator');
    await raiseQuestions(house, 30);
    const before = (await queue(house, cookie)).total;
    assert.ok(before >= 30, `${before} questions`);
    await page.goto('/review');
    await page.getByRole('article').waitFor();
    await page.getByText('キー操作', { exact: true }).waitFor();
    const heading = page.getByRole('article').getByRole('heading', { level: 2 });
    const first = await heading.textContent();
    await page.keyboard.press('j');
    await until(async () => (await heading.textContent()) !== first || page.url().includes('item='), 'the next question');
    await page.keyboard.press('k');
    for (let left = before; left > before - 10; left -= 1) {
      await page.keyboard.press('r');
      await until(async () => (await queue(house, cookie)).total === left - 1, 'one question less');
      await page.getByRole('article').getByText(`${left - 1}件中`).waitFor();
    }
    await said(page).getByText(/に決めました/).waitFor();
    assert.ok(await heading.evaluate((element) => element === document.activeElement), 'the reader stands at the next question');
    await page.keyboard.press('u');
    await said(page).getByText('元に戻しました。').waitFor();
    assert.equal((await queue(house, cookie)).total, before - 9);
    await assertAccessible(page);
  });

  scenario('letters typed into a field decide nothing, and single keys can be switched off', { on }, async ({ page, context, house }) => {
    const cookie = await signedIn(context, house, 'kanri2', 'administrator');
    const before = (await queue(house, cookie)).total;
    await page.goto('/review');
    await page.getByRole('article').waitFor();
    await page.getByLabel('地域', { exact: true }).focus();
    await page.keyboard.press('r');
    await page.getByText('1文字のキーで操作する').click();
    await page.getByRole('heading', { level: 1 }).click();
    await page.keyboard.press('r');
    assert.equal((await queue(house, cookie)).total, before);
    // With Tab and Enter alone.
    const button = page.getByRole('button', { name: '別の事業所', exact: true });
    await button.focus();
    await page.keyboard.press('Enter');
    await said(page).getByText(/に決めました/).waitFor();
    assert.equal((await queue(house, cookie)).total, before - 1);
  });

  for (const [name, size] of Object.entries(SIZES)) {
    scenario(`two offices are merged, the old address leads on, history tells it, undone (${name})`, { on, size }, async ({ page, context, house }) => {
      const cookie = await signedIn(context, house, `kanri-${name}`, 'administrator');
      const { items } = await queue(house, cookie);
      const pair = items.find((item) => item.choices.includes('same'));
      await page.goto(`/review?item=${pair.id}`);
      await page.getByRole('article').waitFor();
      await picture(page, `review-${name}`, { fullPage: true });
      await assertFits(page);
      await page.getByRole('button', { name: /^同じ事業所として統合/ }).click();
      await said(page).getByText(/に決めました/).waitFor();
      const [stays, goes] = pair.offices;
      await page.goto(`/offices/${goes.id}`);
      await page.waitForURL(`**/offices/${stays.id}`);
      await page.getByRole('link', { name: '履歴を見る' }).click();
      await page.getByText('事業所の統合').first().waitFor();
      await picture(page, `history-${name}`, { fullPage: true });
      await assertFits(page);
      await assertAccessible(page);
      await page.goto('/review');
      await page.getByRole('button', { name: /^元に戻す：統合/ }).first().click();
      await said(page).getByText('元に戻しました。').waitFor();
      await page.goto(`/offices/${goes.id}`);
      await page.getByRole('heading', { level: 1, name: goes.name, exact: true }).waitFor();
      assert.ok(page.url().includes(goes.id));
    });

    scenario(`a list is filled from the search, ordered, noted and printed for a FAX (${name})`, { on, size }, async ({ page, context, house }) => {
      await signedIn(context, house, `hanako-${name}`, 'council');
      await page.goto('/search?service=care-430');
      const add = page.getByRole('button', { name: /をリストに追加$/ });
      await add.first().click();
      await page.getByLabel('新しいリストの名前').fill('退院の相談先');
      await page.getByRole('button', { name: '作って追加' }).click();
      await page.getByText('「退院の相談先」に追加しました').waitFor();
      await add.nth(1).click();
      await page.getByRole('button', { name: /^退院の相談先/ }).click();
      await until(async () => (await page.getByText('「退院の相談先」に追加しました').count()) === 2, 'both added');
      await page.goto('/my');
      await picture(page, `my-${name}`, { fullPage: true });
      await assertFits(page);
      await page.getByRole('link', { name: '退院の相談先' }).click();
      await page.getByRole('button', { name: '編集' }).click();
      await page.getByText(/利用者さんの氏名や状態/).waitFor();
      await page.getByLabel(/^メモ（/).first().fill('<b>午前</b>がつながりやすい');
      await page.getByRole('button', { name: /を下へ$/ }).first().click();
      await page.getByRole('button', { name: '保存' }).click();
      const table = page.locator('.fax-list');
      await table.getByText('<b>午前</b>がつながりやすい').waitFor();
      await assertAccessible(page);
      await assertFits(page);
      await page.emulateMedia({ media: 'print' });
      const looks = await table.evaluate((element) => [...element.querySelectorAll('*')].filter((e) => e.textContent.trim() !== '').map((e) => {
        const { color, fontSize } = getComputedStyle(e);
        return { color, points: parseFloat(fontSize) * 0.75 };
      }));
      assert.ok(looks.every(({ points }) => points >= 8.99), `letters of ${Math.min(...looks.map(({ points }) => points))} pt`);
      assert.deepEqual([...new Set(looks.map(({ color }) => color))], ['rgb(0, 0, 0)'], 'black and white');
      const numbers = await table.locator('.fax-numbers span').first().evaluate((e) => parseFloat(getComputedStyle(e).fontSize) * 0.75);
      assert.ok(numbers >= 14, `numbers of ${numbers} pt`);
      await picture(page, `list-print-${name}`, { fullPage: true });
    });
  }

  scenario('anybody suggests, the steward publishes, everybody sees it, history takes it back', { on }, async ({ page, context, house }) => {
    const { items } = await house.api('/offices', { service: 'care-430', limit: 5 });
    const office = items[4];
    await page.goto(`/offices/${office.id}`);
    await page.getByText('まちがいを知らせる').click();
    await page.getByLabel('正しい内容').fill('0168-99-1234');
    await page.getByLabel('くわしい内容・どこで知ったか').fill('<img src=x onerror=alert(1)> 名刺で確かめました');
    await page.getByRole('button', { name: '知らせる', exact: true }).click();
    await page.getByText(/お知らせを受け付けました/).waitFor();
    await page.reload();
    assert.equal(await page.getByText('0168-99-1234').count(), 0, 'nothing is published before it is cleared');

    await signedIn(context, house, 'kanri-teian', 'administrator');
    await page.goto('/review?kind=suggestion');
    await page.getByText('<img src=x onerror=alert(1)> 名刺で確かめました').waitFor();
    await picture(page, 'review-suggestion', { fullPage: true });
    await page.getByRole('heading', { level: 1 }).click();
    await page.keyboard.press('a');
    await said(page).getByText(/に決めました/).waitFor();
    await page.goto(`/offices/${office.id}`);
    await page.getByRole('link', { name: `${office.name}に電話する 0168-99-1234` }).first().waitFor();
    await page.getByRole('link', { name: '履歴を見る' }).click();
    await page.getByText('値の登録・訂正').waitFor();
    await page.getByRole('button', { name: /の時点に戻す$/ }).first().click();
    await page.getByText(/元の値に戻しました：電話/).waitFor();
    await picture(page, 'history-restored', { fullPage: true });
    await page.goto(`/offices/${office.id}`);
    await page.getByRole('link', { name: `${office.name}に電話する ${office.phone}` }).first().waitFor();
  });

  scenario('a saved search shows on the own page', { on, size: PHONE }, async ({ page, context, house }) => {
    await signedIn(context, house, 'taro', 'council');
    await page.goto('/search?q=訪問看護');
    await page.getByRole('button', { name: 'この検索を保存' }).click();
    await page.getByLabel('検索の名前').fill('訪問看護');
    await page.getByRole('button', { name: '保存', exact: true }).click();
    await page.getByText(/保存しました/).waitFor();
    await page.goto('/my');
    await page.getByRole('link', { name: '訪問看護' }).waitFor();
    await page.getByText('新着0件').waitFor();
    await assertFits(page);
    await assertAccessible(page);
  });

  for (const [name, size] of Object.entries(SIZES)) {
    scenario(`the audit is filtered and downloaded (${name})`, { on, size }, async ({ page, context, house }) => {
      await signedIn(context, house, `audit-${name}`, 'administrator');
      await page.goto('/admin/audit?entity=account');
      await page.getByRole('row').nth(1).waitFor();
      assert.ok(await page.getByRole('row').filter({ hasText: `audit-${name}` }).count() > 0, 'the account just made');
      await picture(page, `audit-${name}`);
      await assertFits(page);
      await assertAccessible(page);
      const download = page.waitForEvent('download');
      await page.getByRole('link', { name: 'CSVで保存' }).click();
      assert.equal((await download).suggestedFilename(), 'audit.csv');
    });
  }

  scenario('a visitor sees neither queue nor audit nor own pages', { on }, async ({ page, expectError }) => {
    expectError(/401/);
    await page.goto('/');
    await page.getByRole('navigation').getByRole('link', { name: '探す・地図' }).waitFor();
    const offered = await rarer(page);
    assert.deepEqual(['確認待ち', '監査記録', '法人'].filter((name) => offered.includes(name)), ['法人']);
    assert.equal(await page.getByRole('button', { name: /さんのメニュー$/ }).count(), 0);
    for (const path of ['/review', '/admin/audit']) {
      await page.goto(path);
      await page.getByRole('alert').getByText('サインインが必要です').first().waitFor();
    }
  });
});
