/** つながり: four views of one selection, by mouse and by keyboard; moments compared; files; visitors see none of it. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe } from 'node:test';
import { ask, sessionOf, signedIn } from '../support/people.mjs';
import { assertAccessible, assertFits, picture } from '../support/sight.mjs';
import { SIZES, query, scenario, until } from '../support/stage.mjs';

const AREA = '48100';
const graph = (page) => page.locator('.graph-canvas[data-ready="true"]');
const tab = (page, name) => page.getByRole('tab', { name, exact: true });
const tied = (network) => network.nodes.filter((node) => node.figures?.degree.mutual > 0);

describe('network', () => {
  scenario('a visitor is told what it is, and nothing of it', async ({ page, house }) => {
    await page.goto('/network');
    await page.getByRole('heading', { level: 1, name: 'つながり' }).waitFor();
    await page.locator('main').getByRole('link', { name: 'サインイン' }).waitFor();
    await assertAccessible(page);
    assert.equal((await fetch(`${house.origin}/api/v1/network?area=${AREA}`)).status, 401);
  });

  scenario('an office chosen in the list is chosen in the graph, on the map and in the address', { map: true }, async ({ page, context, house }) => {
    const cookie = await signedIn(context, house, 'four', 'council', AREA);
    const network = await ask(house, cookie, 'GET', `/network?area=${AREA}`);
    const [office] = tied(network);
    await page.goto(`/network?area=${AREA}&view=list`);
    await page.getByRole('button', { name: office.name, exact: true }).first().click();
    await until(() => query(page).office === office.id, 'the office in the address');
    for (const view of ['つながりの図', '地図', '行列']) {
      await tab(page, view).click();
      await page.locator('.network-main').getByRole('link', { name: office.name }).or(page.locator('.network-main').getByRole('heading', { name: office.name })).first().waitFor();
      assert.equal(query(page).office, office.id);
    }
    await tab(page, 'つながりの図').click();
    await graph(page).waitFor();
    await page.reload();
    await graph(page).waitFor();
    assert.equal(query(page).office, office.id, 'the link gives the same view');
  });

  scenario('a member comes to what is around the own office', { map: true }, async ({ page, context, house }) => {
    const cookie = await sessionOf(house, 'asks', 'council', AREA);
    const network = await ask(house, cookie, 'GET', `/network?area=${AREA}`);
    const [office] = tied(network);
    await signedIn(context, house, 'belongs', 'member', office.id);
    await page.goto('/network');
    await graph(page).waitFor();
    await page.getByText(`中心：${office.name}`).waitFor();
    const shown = await page.locator('.network-count').textContent();
    const count = Number(shown.match(/\d+/)[0]);
    assert.ok(count > 1 && count < 60, `its partners, not everything: ${shown}`);
  });

  scenario('arrow keys walk along ties, Enter chooses, Escape lets go', { map: true }, async ({ page, context, house }) => {
    const cookie = await signedIn(context, house, 'walks', 'council', AREA);
    const network = await ask(house, cookie, 'GET', `/network?area=${AREA}`);
    await page.goto(`/network?area=${AREA}&view=graph`);
    await graph(page).waitFor();
    await graph(page).focus();
    const focus = () => graph(page).getAttribute('data-focus');
    await until(async () => Boolean(await focus()), 'an office in focus');
    const from = await focus();
    const at = network.nodes.findIndex((node) => node.id === from);
    const partners = network.ties.flatMap(({ a, b }) => (a === at ? [b] : b === at ? [a] : [])).map((other) => network.nodes[other].id);
    for (const key of ['ArrowRight', 'ArrowLeft', 'ArrowUp', 'ArrowDown']) {
      await page.keyboard.press(key);
      if ((await focus()) !== from) break;
    }
    assert.ok(partners.includes(await focus()), 'the focus moved to a partner');
    await page.keyboard.press('Enter');
    const chosen = await focus();
    await until(() => query(page).office === chosen, 'the office chosen');
    await graph(page).focus();
    await page.keyboard.press('Escape');
    await until(() => !query(page).office, 'the office let go');
  });

  scenario('an office chosen out of sight is brought into sight, and the legend hides nothing', { map: true }, async ({ page, context, house }) => {
    const cookie = await signedIn(context, house, 'seeks', 'council', AREA);
    const { nodes } = await ask(house, cookie, 'GET', `/network?area=${AREA}`);
    const mean = (axis) => nodes.reduce((sum, node) => sum + node[axis], 0) / nodes.length;
    const [x, y] = [mean('x'), mean('y')];
    const far = (node) => Math.hypot(node.x - x, node.y - y);
    const office = nodes.filter((node) => node.inside).toSorted((a, b) => far(b) - far(a))[0];
    await page.goto(`/network?area=${AREA}&view=graph`);
    await graph(page).waitFor();
    const drawing = await graph(page).boundingBox();
    const legend = await page.locator('.network-legend').boundingBox();
    assert.ok(legend.y >= drawing.y + drawing.height - 1, 'the legend stands below the drawing');
    await graph(page).focus();
    for (let times = 0; times < 8; times += 1) await page.keyboard.press('+');
    await page.getByRole('combobox', { name: '事業所を選ぶ' }).fill(office.name);
    await page.getByRole('option', { name: office.name }).first().click();
    await until(() => query(page).office === office.id, 'the office in the address');
    await page.waitForTimeout(700);
    // The camera stands on it: with nothing chosen, a press on the middle of the drawing chooses it again.
    await graph(page).focus();
    await page.keyboard.press('Escape');
    await until(() => query(page).office === undefined, 'nothing is chosen');
    await page.mouse.click(drawing.x + drawing.width / 2, drawing.y + drawing.height / 2);
    await until(() => query(page).office === office.id, 'the office in the middle');
  });

  scenario('offices are gathered by keyboard, in the graph and in the list', { map: true }, async ({ page, context, house }) => {
    await signedIn(context, house, 'gathers', 'council', AREA);
    await page.goto(`/network?area=${AREA}&view=graph&ego=none`);
    await graph(page).focus();
    const focus = () => graph(page).getAttribute('data-focus');
    await until(async () => (await focus()) !== '', 'an office has the focus');
    const first = await focus();
    await page.keyboard.press(' ');
    await page.getByRole('heading', { name: '集めた事業所（1）' }).waitFor();
    await until(() => query(page).gathered === first, 'the office in the address');
    await tab(page, '一覧').click();
    const boxes = page.getByRole('checkbox', { name: /を集める$/, checked: false });
    const name = (await boxes.first().getAttribute('aria-label')).replace(/を集める$/, '');
    await boxes.first().focus();
    await page.keyboard.press(' ');
    await page.getByText('集めた事業所：2か所').waitFor();
    await page.getByRole('region', { name: '集めた事業所（2）' }).getByText(name, { exact: true }).waitFor();
    await assertAccessible(page);
  });

  scenario('two waves compared say what came and what went, as counts that add up', async ({ page, context, house }) => {
    const cookie = await signedIn(context, house, 'waves', 'keeper', AREA);
    const { waves } = await ask(house, cookie, 'GET', `/network?area=${AREA}`);
    const compared = await ask(house, cookie, 'GET', `/network?area=${AREA}&wave=${waves[1].id}&since=${waves[0].id}`);
    const total = Object.values(compared.change.counts).reduce((sum, count) => sum + count, 0);
    assert.equal(compared.change.ties.length, total);
    await page.goto(`/network?area=${AREA}&view=graph`);
    await page.getByLabel('比べる回').selectOption({ index: 1 });
    await page.locator('#change-title').waitFor();
  });

  scenario('what is shown is taken along as CSV without formulas and as a drawing with its legend', { map: true }, async ({ page, context, house }) => {
    await signedIn(context, house, 'takes', 'council', AREA);
    await page.goto(`/network?area=${AREA}&view=graph`);
    await graph(page).waitFor();
    const take = async (name) => {
      await page.getByRole('button', { name: '保存・印刷' }).click();
      const coming = page.waitForEvent('download');
      await page.getByRole('menuitem', { name }).click();
      return readFile(await (await coming).path(), 'utf8');
    };
    const table = await take(/事業所.*CSV|CSV.*事業所/);
    assert.ok(table.split('\n').length > 100 && !/(^|,)"?[=+@]/m.test(table), 'rows, and no cell that a spreadsheet would reckon');
    const drawing = await take(/SVG/);
    assert.match(drawing, /^<svg[\s\S]*宵宮市[\s\S]*n=\d+/);
    const graphml = await take(/GraphML/);
    assert.match(graphml, /<graphml/);
  });

  for (const [size, viewport] of Object.entries(SIZES)) {
    scenario(`the four views fit and are accessible: ${size}`, { size: viewport, map: true }, async ({ page, context, house }) => {
      await signedIn(context, house, `fits${size}`, 'council', AREA);
      for (const view of ['graph', 'map', 'matrix', 'list']) {
        await page.goto(`/network?area=${AREA}&view=${view}`);
        await page.locator('.network-panel').first().waitFor();
        await page.waitForTimeout(500);
        await assertFits(page);
        await assertAccessible(page);
        await picture(page, `network-${view}-${size}`);
      }
    });
  }
});
