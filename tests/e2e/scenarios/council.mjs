/** 協議会の表: holes stand out, by mouse and by keyboard; a note on a field is there next time; visitors see none of it. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe } from 'node:test';
import { ask, signedIn } from '../support/people.mjs';
import { assertAccessible, assertFits, picture } from '../support/sight.mjs';
import { SIZES, query, scenario, until } from '../support/stage.mjs';

const AREA = '48100';
const matrix = (page) => page.getByRole('grid', { name: '地域ごとの表' });
const panel = (page) => page.locator('.council-panel');
const focused = (page) => page.evaluate(() => document.activeElement?.getAttribute('data-at'));

describe('council', () => {
  scenario('a visitor is told why there is nothing and can sign in', async ({ page, house }) => {
    await page.goto(`/gaps?area=${AREA}`);
    await page.getByRole('table', { name: '地域ごとの一覧' }).waitFor();
    assert.equal(await page.getByRole('columnheader', { name: 'つながり（%）' }).count(), 0, 'nothing of ties for visitors');
    await page.getByRole('link', { name: '協議会の表' }).click();
    await page.getByRole('heading', { level: 1, name: '協議会の表' }).waitFor();
    await page.locator('main').getByRole('link', { name: 'サインイン' }).waitFor();
    assert.equal(await matrix(page).count(), 0);
    await assertAccessible(page);
    assert.equal((await fetch(`${house.origin}/api/v1/gaps/council?area=${AREA}`)).status, 401);
  });

  scenario('the matrix holds a field for every area and column, and holes alone on request', async ({ page, context, house }) => {
    const cookie = await signedIn(context, house, 'matrix', 'council', AREA);
    const report = await ask(house, cookie, 'GET', `/gaps/council?area=${AREA}`);
    await page.goto(`/gaps/council?area=${AREA}`);
    await matrix(page).waitFor();
    const keys = report.columns.filter((column) => column.key).length;
    assert.equal(await matrix(page).getByRole('gridcell').count(), report.rows.length * keys);
    const holes = report.cells.filter((cell) => ['none', 'far', 'apart', 'part'].includes(cell.state));
    assert.ok(holes.length > 0, 'the demo has holes');
    await page.getByLabel('足りないところだけ').check();
    await until(() => query(page).holes === 'true', 'the filter in the address');
    const shown = holes.filter((cell) => report.columns.find((column) => column.code === cell.column).key);
    assert.equal(await matrix(page).locator('.hole').count(), shown.length);
    const book = await fetch(`${house.origin}/api/v1/gaps/council.xlsx?area=${AREA}`, { headers: { cookie } });
    assert.equal(Buffer.from(await book.arrayBuffer()).subarray(0, 2).toString(), 'PK', 'a workbook');
    await page.getByRole('link', { name: 'この地域のすべての数字をExcelで保存' }).waitFor();
    await page.goto(`/gaps?area=${AREA}`);
    await page.getByRole('columnheader', { name: 'つながり（%）' }).waitFor();
  });

  scenario('the council takes home a report and a poster', async ({ page, context, house }) => {
    await signedIn(context, house, 'prints', 'council', AREA);
    await page.goto(`/gaps/council?area=${AREA}`);
    await matrix(page).waitFor();
    for (const [name, file] of [['報告書（PDF・A4）', 'gaps-report.pdf'], ['ポスター（PDF・A3）', 'gaps-poster.pdf']]) {
      const [saved] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name }).click()]);
      assert.equal(saved.suggestedFilename(), file);
      assert.equal((await readFile(await saved.path())).subarray(0, 5).toString(), '%PDF-', name);
    }
  });

  scenario('arrows walk the matrix, Enter opens a field, Escape leads back', async ({ page, context, house }) => {
    await signedIn(context, house, 'keys', 'council', AREA);
    await page.goto(`/gaps/council?area=${AREA}`);
    await matrix(page).waitFor();
    await matrix(page).locator('[data-at="0-0"]').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowRight');
    assert.equal(await focused(page), '1-1');
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowLeft');
    assert.equal(await focused(page), '1-0', 'it stops at the edge');
    await page.keyboard.press('Enter');
    await panel(page).getByText('届く', { exact: true }).waitFor();
    await until(() => page.evaluate(() => document.activeElement?.id === 'council-cell'), 'the focus in the panel');
    await page.keyboard.press('Escape');
    await until(async () => (await focused(page)) === '1-0', 'the focus back on the field');
    assert.equal(query(page).row, undefined);
  });

  scenario('a decision on a field is there after a reload, with who resolved it', async ({ page, context, house }) => {
    await signedIn(context, house, 'decides', 'council', AREA);
    await page.goto(`/gaps/council?area=${AREA}`);
    await matrix(page).locator('[data-at="1-0"]').click();
    await panel(page).getByRole('radio', { name: '決めたこと' }).check();
    await panel(page).getByLabel('決めたこと（だれが、なにをするか）').fill('地域包括支援センターが事業所に声をかける');
    await panel(page).getByLabel('いつまでに（任意）').fill('2030-06-30');
    await panel(page).getByRole('button', { name: '残す' }).click();
    await panel(page).getByRole('article').getByText('地域包括支援センターが事業所に声をかける').first().waitFor();
    await page.reload();
    const note = panel(page).getByRole('article');
    await note.getByText('2030年6月30日まで').or(note.getByText('2030/06/30まで')).waitFor();
    await page.getByRole('heading', { name: '続いているメモと決めたこと（1）' }).waitFor();
    await note.getByRole('button', { name: '済みにする' }).click();
    await note.getByLabel('どうなったか（任意）').fill('3か所に声をかけた');
    await note.locator('form').getByRole('button', { name: '済みにする' }).click();
    await note.getByText('済み', { exact: true }).waitFor();
    await page.reload();
    await note.getByText('経過（2）').click();
    await note.getByText(/decidesが済みにしました/).waitFor();
    await assertAccessible(page);
  });

  for (const [size, viewport] of Object.entries(SIZES)) {
    for (const [name, more] of [['matrix', ''], ['holes', '&holes=true'], ['english', '&lang=en']]) {
      scenario(`council ${name} at ${size} size fits and is accessible`, { size: viewport }, async ({ page, context, house }) => {
        await signedIn(context, house, `e${name[0]}${size[0]}`, 'council', AREA);
        await page.goto(`/gaps/council?area=${AREA}${more}`);
        await page.locator('.council-matrix').waitFor();
        await page.locator('[data-at="0-0"]').click();
        await panel(page).waitFor();
        await assertFits(page);
        await assertAccessible(page);
        await picture(page, `council-${name}-${size}`, { fullPage: true });
      });
    }
  }
});
