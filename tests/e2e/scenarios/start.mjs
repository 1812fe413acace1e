/** The start page: what one can do here, and that the prefecture is invented. */
import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { query, scenario } from '../support/stage.mjs';

describe('start page', () => {
  scenario('one screen says what one can do, and that the prefecture is fictional', async ({ page, house }) => {
    await page.goto('/');
    await page.getByRole('heading', { level: 1, name: 'つながる相手を、地域から探す' }).waitFor();
    await page.getByRole('complementary', { name: 'デモのお知らせ' }).getByText('架空の県').waitFor();
    for (const name of ['ケアマネジャーの方', '相談支援専門員の方', '保健師・行政の方']) {
      const entry = page.getByRole('heading', { level: 3, name });
      const box = await entry.boundingBox();
      assert.ok(box && box.y + box.height < 768, `${name} is not on the first screen`);
    }
    await page.getByRole('link', { name: '地図から探す' }).waitFor();
    const { offices } = await house.api('/meta');
    const counts = page.getByRole('region', { name: '登録されている情報' });
    await counts.getByText(offices.toLocaleString('ja-JP'), { exact: true }).waitFor();
    await counts.getByText(/出典：.*介護サービス情報公表システム.*版/).waitFor();
    assert.match(await page.title(), /星図/);
  });

  scenario('the example of a profession leads to its list', async ({ page, house }) => {
    await page.goto('/');
    await page.getByRole('link', { name: '計画相談支援の事業所' }).click();
    const { total } = await house.api('/offices', { service: 'disability-52' });
    assert.ok(total > 0, 'the demo has 計画相談支援');
    await page.getByRole('status').getByText(`${total.toLocaleString('ja-JP')}件`, { exact: true }).waitFor();
    assert.deepEqual(query(page), { service: 'disability-52' });
  });

  scenario('an address that leads nowhere offers search and start page', async ({ page }) => {
    await page.goto('/nowhere/at/all');
    await page.getByRole('heading', { level: 1, name: 'ページが見つかりません' }).waitFor();
    await page.getByRole('link', { name: '事業所を探す' }).click();
    await page.waitForURL('**/search');
  });

  scenario('an installation without data says how to fill it', { on: 'empty' }, async ({ page }) => {
    await page.goto('/');
    await page.getByRole('heading', { name: 'まだデータが入っていません' }).waitFor();
    assert.equal(await page.getByText('架空の県').count(), 0, 'only the demo is fictional');
    await page.goto('/search');
    await page.getByRole('heading', { name: 'まだデータが入っていません' }).waitFor();
    await page.getByRole('link', { name: 'データを取り込む' }).click();
    await page.getByRole('heading', { level: 1, name: 'データの取り込み' }).waitFor();
  });
});

