/** Corporations: found by name, shown with their offices. */
import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { query, scenario, until } from '../support/stage.mjs';

describe('organization pages', () => {
  scenario('a corporation is found by its name and lists its offices', async ({ page, house }) => {
    const { items } = await house.api('/organizations', { limit: 50 });
    const wanted = items.find((one) => one.offices > 2);
    await page.goto('/organizations');
    const box = page.getByRole('combobox', { name: '法人を名前で探す' });
    await box.fill(wanted.name);
    await box.press('Enter');
    await until(() => query(page).q === wanted.name, 'the name in the address');
    await page.getByRole('link', { name: wanted.name, exact: true }).first().click();
    await page.getByRole('heading', { level: 1, name: wanted.name, exact: true }).waitFor();
    await page.getByRole('heading', { level: 2, name: `事業所 ${wanted.offices}か所` }).waitFor();
    const detail = await house.api(`/organizations/${wanted.id}`);
    for (const { name } of detail.office_cards.slice(0, 5)) {
      await page.getByRole('link', { name, exact: true }).first().waitFor();
    }
  });

  scenario('the list grows on demand', async ({ page, house }) => {
    const { total } = await house.api('/organizations');
    await page.goto('/organizations');
    await page.getByRole('status').getByText(`${total.toLocaleString('ja-JP')}法人`).waitFor();
    const names = page.getByRole('main').getByRole('heading', { level: 2 });
    const before = await names.count();
    await page.getByRole('button', { name: 'もっと見る' }).click();
    await until(async () => (await names.count()) > before, 'more corporations');
  });

  scenario('a name nobody has is explained', async ({ page }) => {
    await page.goto('/organizations?q=zzzqqq');
    await page.getByText('当てはまる法人がありません。').waitFor();
    assert.equal(await page.getByRole('button', { name: 'もっと見る' }).count(), 0);
  });
});
