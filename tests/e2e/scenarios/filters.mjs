/** Filters: they change list, counts and address, survive reload, back and forward, and reach the tiles of the map. */
import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { DESK, PHONE, query, scenario, until } from '../support/stage.mjs';

const total = (page, number) => page.getByRole('status').getByText(`${number.toLocaleString('ja-JP')}件`, { exact: true });
const chip = (page, name) => page.getByRole('group', { name: '制度で絞り込む' }).getByRole('button', { name });
const tags = (page) => page.getByRole('list', { name: 'いまの絞り込み' });
const pressed = (locator) => until(async () => (await locator.getAttribute('aria-pressed')) === 'true', 'a pressed chip');

async function open(page, name) {
  await page.getByRole('group', { name: '絞り込み' }).getByRole('button', { name: new RegExp(`^${name}`) }).click();
  const dialog = page.getByRole('dialog', { name });
  await dialog.waitFor();
  return dialog;
}

describe('filters', () => {
  scenario('a system changes list, number and address, and reload shows the same', async ({ page, house }) => {
    const all = await house.api('/offices');
    const care = await house.api('/offices', { system: 'care' });
    assert.ok(care.total < all.total);
    await page.goto('/search');
    await total(page, all.total).waitFor();
    await chip(page, /^介護保険/).click();
    await total(page, care.total).waitFor();
    assert.equal(query(page).system, 'care');
    await page.reload();
    await total(page, care.total).waitFor();
    await pressed(chip(page, /^介護保険/));
    await tags(page).getByRole('button', { name: /介護保険/ }).waitFor();
  });

  scenario('back and forward walk through the filters', async ({ page, house }) => {
    const counts = {
      all: (await house.api('/offices')).total,
      disability: (await house.api('/offices', { system: 'disability' })).total,
      both: (await house.api('/offices', { system: 'disability', both_systems: 'true' })).total,
    };
    await page.goto('/search');
    await total(page, counts.all).waitFor();
    await chip(page, /^障害福祉/).click();
    await total(page, counts.disability).waitFor();
    await chip(page, /^両制度/).click();
    await total(page, counts.both).waitFor();
    await page.goBack();
    await total(page, counts.disability).waitFor();
    assert.equal(query(page).both_systems, undefined);
    await page.goBack();
    await total(page, counts.all).waitFor();
    await page.goForward();
    await page.goForward();
    await total(page, counts.both).waitFor();
    await pressed(chip(page, /^両制度/));
  });

  scenario('a service is found by its name and chosen', async ({ page, house }) => {
    const wanted = await house.api('/offices', { service: 'care-130' });
    await page.goto('/search');
    const dialog = await open(page, 'サービス');
    await dialog.getByRole('textbox', { name: 'サービスを探す' }).fill('訪問看護');
    await dialog.locator('label').filter({ hasText: /^訪問看護\d/ }).first().click();
    await until(() => query(page).service === 'care-130', 'the service in the address');
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    await total(page, wanted.total).waitFor();
    await tags(page).getByRole('button', { name: /訪問看護/ }).click();
    await until(() => query(page).service === undefined, 'the tag takes the service off');
  });

  scenario('an area is chosen with the number it announced', async ({ page, house }) => {
    const { facets } = await house.api('/offices');
    const area = facets.areas[0];
    await page.goto('/search');
    const dialog = await open(page, '市区町村・圏域');
    const label = dialog.locator('label').filter({ hasText: area.name }).first();
    assert.match(await label.textContent(), new RegExp(area.count.toLocaleString('ja-JP')));
    await label.click();
    await until(() => query(page).area === area.code, 'the area in the address');
    await page.keyboard.press('Escape');
    await total(page, area.count).waitFor();
    await page.reload();
    await total(page, area.count).waitFor();
    await tags(page).getByRole('button', { name: new RegExp(area.name) }).waitFor();
  });

  scenario('any area is found by typing its name', async ({ page, house }) => {
    const { items } = await house.api('/areas', { kind: 'municipality' });
    const town = items.at(-1);
    const wanted = await house.api('/offices', { area: town.code });
    await page.goto('/search');
    const dialog = await open(page, '市区町村・圏域');
    await dialog.getByRole('textbox', { name: '市区町村・圏域を探す' }).fill(town.name);
    await dialog.locator('label').filter({ hasText: new RegExp(`^${town.name}`) }).first().click();
    await page.keyboard.press('Escape');
    await total(page, wanted.total).waitFor();
  });

  scenario('days on which it is open narrow the list', async ({ page, house }) => {
    const wanted = await house.api('/offices', { open: 'saturday' });
    assert.ok(wanted.total > 0);
    await page.goto('/search');
    const dialog = await open(page, '曜日');
    await dialog.locator('label').filter({ hasText: '土曜に開いている' }).click();
    await page.keyboard.press('Escape');
    await total(page, wanted.total).waitFor();
    assert.equal(query(page).open, 'saturday');
  });

  scenario('near the middle of the map lists by distance within the radius', { map: true }, async ({ page }) => {
    await page.goto('/search');
    await page.locator('.map-canvas[data-ready=true]').waitFor();
    const dialog = await open(page, '近く');
    await dialog.getByRole('button', { name: '地図の中心から' }).click();
    await until(() => query(page).near && query(page).radius_m === '5000' && query(page).sort === 'distance', 'place and radius in the address');
    await dialog.locator('label').filter({ hasText: '10 km' }).click();
    await until(() => query(page).radius_m === '10000', 'the wider radius');
    await page.keyboard.press('Escape');
    await tags(page).getByRole('button', { name: /10 km以内/ }).waitFor();
  });

  scenario('a denied position is explained', { options: { permissions: [] } }, async ({ page, context }) => {
    await context.clearPermissions();
    await page.goto('/search');
    const dialog = await open(page, '近く');
    await dialog.getByRole('button', { name: '現在地から' }).click();
    await dialog.getByRole('alert').getByText(/位置情報|現在地/).waitFor();
  });

  scenario('the tiles of the map carry every filter of the list', { map: true }, async ({ page }) => {
    const filters = { q: '訪問', system: 'care', service: 'care-130', open: 'saturday', area: '48100' };
    const asked = page.waitForRequest((request) => request.url().includes('/api/v1/tiles/offices/'));
    await page.goto(`/search?${new URLSearchParams(filters)}`);
    const sent = Object.fromEntries(new URL((await asked).url()).searchParams);
    for (const [name, value] of Object.entries(filters)) assert.equal(sent[name], value, name);
    const next = page.waitForRequest((request) => {
      const { pathname, searchParams } = new URL(request.url());
      return pathname.startsWith('/api/v1/tiles/offices/') && searchParams.get('kyosei') === 'true';
    });
    await chip(page, /^共生型/).click();
    await next;
  });

  scenario('all filters are cleared by one button', async ({ page, house }) => {
    const { total: all } = await house.api('/offices');
    await page.goto('/search?system=care&open=saturday&kyosei=true');
    await tags(page).getByRole('button', { name: 'すべて解除' }).click();
    await total(page, all).waitFor();
    assert.deepEqual(query(page), {});
  });

  scenario('on a phone all filters stand on one sheet that says how many it will show', { size: PHONE }, async ({ page, house }) => {
    const wanted = await house.api('/offices', { service: 'care-430' });
    await page.goto('/search');
    await page.getByRole('button', { name: /^絞り込み/ }).click();
    const sheet = page.getByRole('dialog', { name: '絞り込み' });
    await sheet.getByRole('textbox', { name: 'サービスを探す' }).fill('居宅介護支援');
    await sheet.locator('label').filter({ hasText: /^居宅介護支援/ }).first().click();
    await sheet.getByRole('button', { name: `${wanted.total.toLocaleString('ja-JP')}件を見る` }).click();
    await sheet.waitFor({ state: 'hidden' });
    await total(page, wanted.total).waitFor();
  });

  scenario('a mangled address is read as far as it makes sense', { size: DESK }, async ({ page, house }) => {
    const { total: all } = await house.api('/offices');
    await page.goto('/search?near=here&radius_m=-3&bbox=1,2&open=never&map=x&sort=best');
    await total(page, all).waitFor();
  });
});
