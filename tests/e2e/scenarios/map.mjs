/** List and map in step: hovering, choosing, taking a cluster apart, searching where the map stands. */
import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { aloneAt, canvas, drawn, marksOf, pixelsLike, place, tileOf } from '../support/map.mjs';
import { PHONE, query, scenario, until } from '../support/stage.mjs';

/** Ring around the hovered office, and around the chosen one. */
const HOVER_RING = [0x8a, 0x61, 0x00];
const CHOSEN_RING = [0x0b, 0x1c, 0x3a];

const CLOSE = 17;
const card = (page) => page.getByRole('complementary', { name: '選んだ事業所' });
const viewOf = ({ position }, zoom = CLOSE) => `${zoom},${position.lat},${position.lon}`;

/** An office that stands alone when the map is close. */
async function lonely(house, filters = { service: 'care-430', limit: 100 }) {
  const { items } = await house.api('/offices', filters);
  return aloneAt(house, CLOSE, items);
}

describe('map', () => {
  scenario('a click on an office opens its card, a click beside it closes the card', { map: true }, async ({ page, house }) => {
    const office = await lonely(house);
    await page.goto(`/search?service=care-430&map=${viewOf(office)}`);
    await drawn(page);
    const { x, y } = await place(page, CLOSE, office.position);
    await page.mouse.click(x, y);
    await card(page).getByRole('heading', { name: office.name, exact: true }).waitFor();
    assert.equal(query(page).sel, office.id);
    await card(page).getByRole('link', { name: `${office.name}に電話する ${office.phone}` }).waitFor();
    await card(page).getByRole('button', { name: '閉じる' }).click();
    await card(page).waitFor({ state: 'hidden' });
    await until(() => query(page).sel === undefined, 'no office in the address');
  });

  scenario('the card leads to the office page and back to the same view', { map: true }, async ({ page, house }) => {
    const office = await lonely(house);
    await page.goto(`/search?sel=${office.id}&map=${viewOf(office)}`);
    await card(page).getByRole('link', { name: `${office.name}を詳しく見る` }).click();
    await page.getByRole('heading', { level: 1, name: office.name, exact: true }).waitFor();
    await page.goBack();
    await card(page).getByRole('heading', { name: office.name, exact: true }).waitFor();
    assert.equal(query(page).sel, office.id);
  });

  scenario('hovering an office on the map marks it in the list', { map: true }, async ({ page, house }) => {
    const office = await lonely(house);
    await page.goto(`/search?${new URLSearchParams({ q: office.name, map: viewOf(office) })}`);
    const item = page.locator(`[data-office="${office.id}"]`);
    await item.waitFor();
    await drawn(page);
    const { x, y } = await place(page, CLOSE, office.position);
    await page.mouse.move(x + 60, y + 60);
    await page.mouse.move(x, y, { steps: 3 });
    await until(async () => (await item.getAttribute('data-hovered')) === 'true', 'the card marked as hovered');
  });

  scenario('hovering or focusing a card marks the office on the map, choosing it rings it', { map: true }, async ({ page, house }) => {
    const office = await lonely(house);
    await page.goto(`/search?${new URLSearchParams({ q: office.name, map: viewOf(office) })}`);
    const item = page.locator(`[data-office="${office.id}"]`);
    await item.waitFor();
    await drawn(page);
    const at = await place(page, CLOSE, office.position);
    assert.ok((await pixelsLike(page, at, HOVER_RING)) < 10, 'no ring before');
    await item.getByRole('heading').hover();
    await until(async () => (await pixelsLike(page, at, HOVER_RING)) > 40, 'a ring around the hovered office');
    await item.getByRole('button', { name: `${office.name}を地図で見る` }).click();
    await card(page).getByRole('heading', { name: office.name, exact: true }).waitFor();
    await until(async () => (await pixelsLike(page, at, CHOSEN_RING)) > 40, 'a ring around the chosen office');
    assert.equal(await item.getAttribute('data-selected'), 'true');
  });

  scenario('a click on a cluster zooms in and keeps the offices of the cluster in sight', { map: true }, async ({ page, house }) => {
    const { items } = await house.api('/areas', { kind: 'municipality' });
    const marks = (await Promise.all(items.map(({ center }) => marksOf(house, tileOf(10, center))))).flat();
    const cluster = marks.filter((mark) => mark.layer === 'clusters').sort((a, b) => b.n - a.n)[0];
    await page.goto(`/search?map=10,${cluster.lat},${cluster.lon}`);
    await drawn(page);
    const { x, y } = await place(page, 10, cluster);
    await page.mouse.click(x, y);
    const [zoom, lat, lon] = await until(() => {
      const view = query(page).map.split(',').map(Number);
      return view[0] > 10.5 && view;
    }, 'a closer view in the address');
    assert.ok(zoom < 18.5);
    assert.ok(lat > cluster.south && lat < cluster.north && lon > cluster.west && lon < cluster.east, 'still over the cluster');
  });

  scenario('after moving the map, this area is searched on demand', { map: true }, async ({ page, house }) => {
    const office = await lonely(house);
    await page.goto(`/search?map=${viewOf(office, 13)}`);
    await drawn(page);
    const { x, y } = await place(page, 13, office.position);
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 90, y + 40, { steps: 5 });
    await page.mouse.up();
    await page.getByRole('button', { name: 'この範囲で検索' }).click();
    const bbox = await until(() => query(page).bbox, 'the area in the address');
    const { total } = await house.api('/offices', { bbox });
    await page.getByRole('status').getByText(`${total.toLocaleString('ja-JP')}件`, { exact: true }).waitFor();
    await page.getByRole('list', { name: 'いまの絞り込み' }).getByRole('button', { name: /地図の範囲/ }).waitFor();
  });

  scenario('the list can follow the map by itself', { map: true }, async ({ page, house }) => {
    const office = await lonely(house);
    await page.goto(`/search?map=${viewOf(office, 14)}`);
    await drawn(page);
    await page.locator('label').filter({ hasText: '地図を動かしたら検索' }).click();
    await page.getByRole('button', { name: '縮小' }).click();
    await until(() => query(page).bbox && Number(query(page).map.split(',')[0]) < 13.5, 'area and view in the address');
  });

  scenario('the buttons of the map zoom and show the whole', { map: true }, async ({ page, house }) => {
    const office = await lonely(house);
    await page.goto(`/search?map=${viewOf(office, 12)}`);
    await canvas(page).waitFor();
    const controls = page.getByRole('group', { name: '地図の操作' });
    const zoom = () => Number(query(page).map.split(',')[0]);
    await controls.getByRole('button', { name: '拡大' }).click();
    await until(() => zoom() > 12.9, 'one step closer');
    await controls.getByRole('button', { name: '全体を表示' }).click();
    await until(() => zoom() < 11, 'the whole prefecture');
  });

  scenario('a link with filters and view shows the same map', { map: true }, async ({ page, context, house }) => {
    const office = await lonely(house);
    const address = `/search?system=care&sel=${office.id}&map=${viewOf(office, 15)}`;
    await page.goto(address);
    await card(page).getByRole('heading', { name: office.name, exact: true }).waitFor();
    await drawn(page);
    const first = await canvas(page).screenshot();
    const other = await context.newPage();
    await other.goto(page.url());
    await card(other).getByRole('heading', { name: office.name, exact: true }).waitFor();
    await drawn(other);
    assert.ok(first.equals(await canvas(other).screenshot()), 'the same picture');
  });

  scenario('the legend explains every colour and shape in words', { map: true }, async ({ page }) => {
    await page.goto('/search');
    const legend = page.getByRole('region', { name: '凡例' });
    await legend.getByRole('listitem').first().waitFor();
    const entries = await legend.getByRole('listitem').filter({ hasText: /./ }).allTextContents();
    for (const meaning of [/介護保険$/, /障害福祉$/, /両方/, /児童$/, /保健・医療/, /行政/, /地域/, /件数/]) {
      assert.ok(entries.some((entry) => meaning.test(entry)), `${meaning} in ${entries}`);
    }
  });

  scenario('a phone shows list or map, and a tap on the map opens the card', { map: true, size: PHONE }, async ({ page, house }) => {
    const office = await lonely(house);
    await page.goto(`/search?service=care-430&map=${viewOf(office)}`);
    await page.getByRole('region', { name: '検索結果' }).waitFor();
    assert.equal(await page.getByRole('region', { name: '事業所の地図' }).count(), 0);
    await page.getByRole('button', { name: '地図', exact: true }).click();
    await until(() => query(page).view === 'map', 'the map in the address');
    await drawn(page);
    const { x, y } = await place(page, CLOSE, office.position);
    await page.touchscreen.tap(x, y);
    await card(page).getByRole('heading', { name: office.name, exact: true }).waitFor();
    await page.getByRole('button', { name: '一覧', exact: true }).click();
    await page.getByRole('region', { name: '検索結果' }).waitFor();
  });

  scenario('a browser without WebGL says so and keeps the list', async ({ page, house }) => {
    const { total } = await house.api('/offices');
    await page.goto('/search');
    await page.getByRole('heading', { name: '地図を表示できません' }).waitFor();
    await page.getByRole('status').getByText(`${total.toLocaleString('ja-JP')}件`, { exact: true }).waitFor();
  });
});
