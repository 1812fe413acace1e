/** 地域のすきま: map, legend and table say the same, the address holds the view, a row leads to its offices. */
import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { canvas, drawn } from '../support/map.mjs';
import { signedIn } from '../support/people.mjs';
import { assertAccessible, assertFits, picture } from '../support/sight.mjs';
import { SIZES, query, scenario, until } from '../support/stage.mjs';

const table = (page) => page.getByRole('table', { name: '地域ごとの一覧' });
const ask = (house, filters) => house.api('/coverage', { service: 'care-430', measure: 'offices_per_1000', ...filters });
const names = (page) => table(page).locator('tbody th').allTextContents();

describe('gaps', () => {
  scenario('the table holds the figures of the server, lowest first, and sorts by its heads', async ({ page, house }) => {
    const { items } = await ask(house);
    await page.goto('/gaps');
    await table(page).waitFor();
    const byValue = items.filter((row) => row.value !== null).sort((a, b) => a.value - b.value);
    assert.equal((await names(page))[0], byValue[0].name);
    const head = table(page).getByRole('columnheader', { name: /事業所数/ });
    await head.getByRole('button').press('Enter');
    await until(async () => (await head.getAttribute('aria-sort')) === 'descending', 'most offices first');
    const most = Math.max(...items.map((row) => row.offices));
    assert.equal((await names(page))[0], items.find((row) => row.offices === most).name);
    assert.equal(query(page).sort, 'offices');
    await page.reload();
    await table(page).waitFor();
    assert.equal((await names(page))[0], items.find((row) => row.offices === most).name, 'the address keeps the order');
  });

  scenario('service, measure and area stand in the address and change the figures', async ({ page, house }) => {
    await page.goto('/gaps');
    await page.getByLabel('サービス', { exact: true }).selectOption('disability-52');
    await until(() => query(page).service === 'disability-52', 'the service in the address');
    await page.getByLabel('指標').selectOption('nearest_km');
    await page.getByLabel('地域', { exact: true }).selectOption('48100');
    await until(() => query(page).area === '48100' && query(page).measure === 'nearest_km', 'area and measure in the address');
    const { items, kind } = await house.api('/coverage', { service: 'disability-52', measure: 'nearest_km', area: '48100' });
    assert.equal(kind, 'community_area');
    await until(async () => (await names(page)).length === items.length, 'one row an area');
    await page.getByText(/^人口：18〜64歳/).waitFor();
    await page.goBack();
    await until(() => query(page).area === undefined, 'the view before');
  });

  scenario('a row leads to the offices behind it', async ({ page, house }) => {
    const { items } = await ask(house);
    const row = items.find(({ offices }) => offices > 1);
    await page.goto('/gaps');
    await page.getByRole('link', { name: `${row.name}の事業所を見る` }).press('Enter');
    await page.getByRole('heading', { level: 1 }).waitFor({ state: 'attached' });
    await until(() => query(page).area === row.code && query(page).service === 'care-430', 'the search of these offices');
    const { total } = await house.api('/offices', { area: row.code, service: 'care-430' });
    assert.equal(total, row.offices);
  });

  scenario('choosing an area by keyboard says what its figure rests on', async ({ page, house }) => {
    const { items } = await ask(house);
    const row = items.find(({ value }) => value > 0);
    await page.goto('/gaps');
    const button = table(page).getByRole('button', { name: row.name, exact: true });
    await button.press('Enter');
    await page.getByRole('heading', { level: 2, name: row.name, exact: true }).waitFor();
    await page.getByText(`${row.population.toLocaleString('ja-JP')}人（${row.year}年）`).waitFor();
    assert.equal(query(page).chosen, row.code);
    await button.press('Enter');
    await until(() => query(page).chosen === undefined, 'nothing chosen');
  });

  scenario('whoever reads the matrix sees supply, reach and ties of the chosen area side by side; visitors see no ties', async ({ page, context, house }) => {
    const { items } = await ask(house, { area: '48100' });
    const row = items.find(({ offices }) => offices > 0);
    const address = `/gaps?area=48100&chosen=${row.code}`;
    const words = page.locator('.gaps-chosen dt');
    await page.goto(address);
    await page.getByRole('heading', { level: 2, name: row.name, exact: true }).waitFor();
    assert.equal(await words.count(), 0);
    await signedIn(context, house, 'gaps-beside', 'council', '48100');
    await page.goto(address);
    await words.first().waitFor();
    assert.deepEqual(await words.allTextContents(), ['ある', '届く', 'つながっている']);
    await assertFits(page);
    await page.locator('.gaps-chosen').scrollIntoViewIfNeeded();
    await picture(page, 'gaps-beside');
    await assertAccessible(page);
  });

  scenario('a professional of the area sees ties of both sides beside supply', async ({ page, context, house }) => {
    const { items: [office] } = await house.api('/offices', { service: 'care-430', area: '48100', limit: 1 });
    await signedIn(context, house, 'gaps-member', 'member', office.id);
    await page.goto('/gaps?area=48100&chosen=48100');
    await page.getByRole('columnheader', { name: /つながり（%）/ }).waitFor();
    const { items } = await ask(house, { area: '48100' });
    await page.goto(`/gaps?area=48100&chosen=${items.find(({ offices }) => offices > 5).code}`);
    await page.getByText('双方が☆をつけたつながりだけで数えています', { exact: false }).waitFor();
    await assertFits(page);
    await assertAccessible(page);
  });

  scenario('the legend counts every area once', async ({ page, house }) => {
    const { items } = await ask(house, { area: '48000', kind: 'community_area', service: 'care-770' });
    await page.goto('/gaps?area=48000&kind=community_area&service=care-770');
    const legend = page.getByRole('region', { name: '凡例' });
    await legend.waitFor();
    const counts = (await legend.allTextContents()).join(' ').matchAll(/(\d+)地域/g);
    assert.equal([...counts].reduce((sum, [, number]) => sum + Number(number), 0), items.length);
    assert.ok(items.some((row) => row.class === 'zero'), 'the demo has areas without this service');
    await legend.getByText('0（まったくない）').waitFor();
  });

  scenario('a click on the map chooses an area', { map: true }, async ({ page, house }) => {
    // The middle of the whole prefecture is sea, that of this town is land.
    const { items } = await ask(house, { area: '48202' });
    await page.goto('/gaps?area=48202');
    await drawn(page);
    const box = await canvas(page).boundingBox();
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    await until(() => items.some(({ code }) => code === query(page).chosen), 'an area in the address');
  });

  scenario('services stand side by side, thinnest first, and a small map leads to its service by keyboard', async ({ page, house }) => {
    await page.goto('/gaps');
    await page.getByRole('button', { name: 'サービスを並べて見る' }).click();
    const cards = page.locator('.multiple');
    const answer = await house.api('/coverage/side-by-side', {});
    const key = answer.services.filter((service) => service.key);
    await until(async () => (await cards.count()) === key.length, 'a small map for each service in the foreground');
    assert.equal(await cards.first().locator('path.multiple-part').count(), answer.parts.length);
    await page.getByLabel('並べ方').selectOption('thin');
    const without = () => cards.locator('.small:last-child').allTextContents();
    const counts = (await without()).map((text) => Number(/(\d+)\//u.exec(text)[1]));
    assert.ok(counts[0] >= counts.at(-1) && counts[0] > 0, `the first has most parts without an office: ${counts.join(' ')}`);
    // The part that is compared is told in every card.
    const part = answer.parts[1];
    await page.getByLabel('くらべる地域').selectOption(part.code);
    await until(async () => (await page.locator('.multiple-value', { hasText: part.name }).count()) === key.length, 'its figure in every card');
    assert.equal(query(page).chosen, part.code);
    await page.locator('label', { hasText: 'すべてのサービスを並べる' }).click();
    await until(async () => (await cards.count()) === answer.services.length, 'all services');
    const name = await cards.first().locator('.multiple-name').textContent();
    await cards.first().focus();
    await page.keyboard.press('Enter');
    await table(page).waitFor();
    assert.equal(query(page).view, undefined);
    assert.ok((await page.getByLabel('サービス', { exact: true }).locator('option:checked').textContent()).length >= name.length);
    await page.goBack();
    await cards.first().waitFor();
  });

  scenario('pointing at a part of a small map marks it in all of them', async ({ page, house }) => {
    const { parts } = await house.api('/coverage/side-by-side', {});
    await page.goto('/gaps?view=types');
    const card = page.locator('.multiple').first();
    await card.locator('path.multiple-part').first().hover();
    await card.locator('.multiple-value', { hasText: parts[0].name }).waitFor();
    assert.equal(await page.locator('path.multiple-picked').count(), await page.locator('.multiple').count());
  });

  for (const [size, viewport] of Object.entries(SIZES)) {
    scenario(`services side by side at ${size} size fit and are accessible`, { size: viewport }, async ({ page }) => {
      await page.goto('/gaps?view=types&order=thin&lang=en');
      await page.locator('.multiple').first().waitFor();
      await assertFits(page);
      await assertAccessible(page);
      await picture(page, `gaps-side-by-side-${size}`, { fullPage: true });
    });
    for (const [name, path] of [
      ['rates', '/gaps'],
      ['parts', '/gaps?area=48000&kind=community_area&measure=two_step&chosen=community_area:48101:2'],
      ['counts', '/gaps?measure=offices'],
      ['ways-english', '/gaps?measure=nearest_km&service=disability-53&lang=en'],
    ]) {
      scenario(`gaps ${name} at ${size} size fits and is accessible`, { map: true, size: viewport }, async ({ page }) => {
        await page.goto(path);
        await page.locator('.gaps-table').waitFor();
        await drawn(page);
        await assertFits(page);
        await assertAccessible(page);
        await picture(page, `gaps-${name}-${size}`, { fullPage: true });
      });
    }
  }
});
