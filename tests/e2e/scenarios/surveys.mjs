/** ☆調査 as its keeper works: made in minutes, opened, paper entered by keyboard alone, progress, closed. */
import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { rarer } from '../support/menu.mjs';
import { ask, sessionOf, signedIn } from '../support/people.mjs';
import { assertAccessible, assertFits, picture } from '../support/sight.mjs';
import { PHONE, scenario, until } from '../support/stage.mjs';

const TOWN = '48202';

/** A draft wave of the usual survey. */
async function draft(house, cookie) {
  const design = await ask(house, cookie, 'GET', `/surveys/usual?area=${TOWN}`);
  const period = { opens_on: '2026-04-01', closes_on: '2099-03-31' };
  const { id, waves } = await ask(house, cookie, 'POST', '/surveys', { design, period });
  return { survey: id, wave: waves[0].id, period };
}

async function opened(house, cookie) {
  const made = await draft(house, cookie);
  await ask(house, cookie, 'PUT', `/waves/${made.wave}`, { period: made.period, state: 'open' });
  const { items } = await ask(house, cookie, 'GET', `/waves/${made.wave}/sheets`);
  return { ...made, sheets: items };
}

/** Counts keys from now on; those held while another is struck are not strikes. */
async function countStrikes(page) {
  await page.evaluate(() => {
    window.strikes = 0;
    window.addEventListener('keydown', ({ key }) => { window.strikes += ['Control', 'Shift'].includes(key) ? 0 : 1; }, true);
    window.clicks = 0;
    window.addEventListener('pointerdown', () => { window.clicks += 1; }, true);
  });
  return () => page.evaluate(() => [window.strikes, window.clicks]);
}

const confirm = (page, label) => page.getByRole('alertdialog').getByRole('button', { name: label }).click();
const number = (page, name) => page.getByRole('region', { name: 'この内容では' }).locator('div', { hasText: name }).locator('dd');

describe('surveys', () => {
  scenario('a keeper makes a survey with a few presses, sees whom it asks, and opens it', async ({ page, context, house }) => {
    const cookie = await signedIn(context, house, 'maker', 'keeper', TOWN);
    await page.goto('/');
    assert.ok((await rarer(page)).includes('☆調査'));
    await page.goto('/surveys');
    await page.getByRole('link', { name: '調査をつくる' }).click();
    assert.equal(await page.getByLabel('調査の地域').inputValue(), TOWN, 'the own area is chosen');
    assert.equal(await page.getByLabel('調査の名前', { exact: true }).inputValue(), '麦野市 連携の☆調査');
    const design = await ask(house, cookie, 'GET', `/surveys/usual?area=${TOWN}`);
    const all = await ask(house, cookie, 'POST', '/surveys/preview', design);
    const asked = number(page, 'たずねる先');
    await until(async () => (await asked.innerText()).startsWith(String(all.respondents)), 'the number of those asked');
    await page.getByRole('group', { name: 'だれにたずねるか' }).getByText('居宅介護支援', { exact: true }).click();
    await until(async () => Number.parseInt(await asked.innerText(), 10) < all.respondents, 'fewer are asked');
    await page.getByRole('group', { name: 'だれにたずねるか' }).getByText('居宅介護支援', { exact: true }).click();
    await page.getByLabel('問い合わせ先・紙の返送先').fill('麦野市 福祉課 電話 0161-01-0000');
    await picture(page, 'survey-new-desk', { fullPage: true });
    await assertAccessible(page);
    await page.getByRole('button', { name: '準備中の回をつくる' }).click();
    await page.getByText(`調査票 ${all.respondents}枚ができています。`, { exact: false }).waitFor();
    for (const name of ['調査票を印刷（PDF）', 'Excelの調査票（ZIP）']) {
      assert.ok(await page.getByRole('link', { name }).getAttribute('href'), name);
    }
    await page.getByRole('button', { name: '受付を始める' }).click();
    await confirm(page, '受付を始める');
    await page.getByText('受付中', { exact: true }).waitFor();
    await page.getByRole('link', { name: '紙を入力する' }).waitFor();
  });

  scenario('a paper sheet of 12 ☆ is entered without the mouse, one figure and one Enter for each', async ({ page, context, house }) => {
    const cookie = await signedIn(context, house, 'typist', 'keeper', TOWN);
    const { wave, sheets } = await opened(house, cookie);
    const { code, name } = sheets[0];
    const rows = [1, 4, 7, 9, 12, 15, 21, 28, 33, 40, 52, 60];
    await page.goto(`/waves/${wave}/entry`);
    await page.getByLabel('調査票のコード').waitFor();
    const strikes = await countStrikes(page);
    const scanned = code.replaceAll('-', '');
    await page.keyboard.type(scanned);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 2, name }).waitFor();
    for (const row of rows) {
      await page.keyboard.type(String(row));
      await page.keyboard.press('Enter');
    }
    await page.getByText('☆ 12', { exact: true }).waitFor();
    await picture(page, 'paper-desk', { fullPage: true });
    await page.keyboard.press('Control+Enter');
    await page.getByText(`${name} を保存しました（☆ 12）`, { exact: false }).waitFor();
    const [keys, clicks] = await strikes();
    const digits = rows.reduce((sum, row) => sum + String(row).length, 0);
    assert.ok(keys <= scanned.length + 1 + digits + rows.length + 1, `${keys} keys`);
    assert.equal(clicks, 0, 'no press of a mouse');
    await until(() => page.evaluate(() => document.activeElement?.id === 'code'), 'the next code is waited for');
    const sheet = await ask(house, cookie, 'GET', `/sheets/${code}`);
    assert.equal(sheet.state, 'finished');
    assert.deepEqual(sheet.rows.filter((row) => row.star).map((row) => row.number), rows);
    await page.goto(`/waves/${wave}`);
    await page.getByRole('region', { name: '集まり具合' }).getByText(`1 / ${sheets.length} 枚`).waitFor();
    const row = page.getByRole('row', { name });
    assert.match(await row.innerText(), /回答済み\s*紙/);
    await picture(page, 'wave-desk', { fullPage: true });
    await assertAccessible(page);
    await page.getByRole('button', { name: '受付を終える' }).click();
    await confirm(page, '受付を終える');
    await page.getByText('終了', { exact: true }).waitFor();
    await page.getByRole('link', { name: '調査一式', exact: true }).waitFor();
    await page.getByText('第2回をつくる').click();
    await page.getByRole('button', { name: '準備中の回をつくる' }).click();
    await page.getByRole('heading', { level: 1, name: /第2回/ }).waitFor();
  });

  scenario('a line says what it will save; a wrong one stays and is explained; details, lists and taking away', async ({ page, context, house }) => {
    const cookie = await signedIn(context, house, 'careful', 'keeper', TOWN);
    const { wave, sheets } = await opened(house, cookie);
    const { code, name } = sheets[1];
    await page.goto(`/waves/${wave}/entry`);
    await page.getByLabel('調査票のコード').fill('AAAA-AAAA-AAAA');
    await page.keyboard.press('Enter');
    await page.getByText('この回の調査票ではありません', { exact: false }).waitFor();
    // As a scanner sends the QR code: the whole address, then Enter.
    await page.getByLabel('調査票のコード').fill(`${house.origin}/s/${code}`);
    await page.keyboard.press('Enter');
    const line = page.getByLabel('☆のついた行の番号');
    await line.fill('１２　１　４　ｃ２　ｄ');
    await page.getByText('計画の交換・同行訪問・②人となり・月1回以上').waitFor();
    await page.keyboard.press('Enter');
    await line.fill('3 5 9');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').getByText('「9」が分かりません', { exact: false }).waitFor();
    assert.equal(await line.inputValue(), '3 5 9', 'the line is not lost');
    await line.fill('3、5、9');
    await page.keyboard.press('Enter');
    await page.getByText('☆ 4', { exact: true }).waitFor();
    await line.fill('5-');
    await page.getByText('☆を消します：5', { exact: false }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByText('☆ 3', { exact: true }).waitFor();
    await page.getByLabel('名前', { exact: true }).fill('みどりの会');
    await page.getByLabel('町名・住所').fill('麦野市本町');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'みどりの会 を外す' }).waitFor();
    await picture(page, 'paper-details-desk', { fullPage: true });
    await assertAccessible(page);
    await page.keyboard.press('Control+Enter');
    await page.getByText(`${name} を保存しました`, { exact: false }).waitFor();
    const sheet = await ask(house, cookie, 'GET', `/sheets/${code}`);
    const stars = sheet.rows.filter((row) => row.star).map(({ number: at, star }) => [at, star]);
    const bare = { kinds: [], closeness: null, frequency: null };
    assert.deepEqual(stars, [[3, bare], [9, bare], [12, { kinds: ['plan_exchange', 'joint_visit'], closeness: 2, frequency: '12+' }]]);
    assert.deepEqual(sheet.unlisted.map((agency) => agency.name), ['みどりの会']);
    await page.goto(`/waves/${wave}`);
    const unlisted = page.getByRole('region', { name: '名簿にない機関（1件）' });
    await unlisted.getByRole('button', { name: 'どの事業所か選ぶ' }).click();
    await unlisted.getByRole('combobox').fill(sheets[4].name);
    await unlisted.getByRole('option', { name: sheets[4].name }).first().click();
    await unlisted.waitFor({ state: 'detached' });
    const after = await ask(house, cookie, 'GET', `/sheets/${code}`);
    assert.ok(after.rows.some((row) => row.star && row.office === sheets[4].office));
  });

  scenario('who is missing can be found, chosen and marked as reminded; a refusal is recorded', async ({ page, context, house }) => {
    const cookie = await signedIn(context, house, 'reminder', 'keeper', TOWN);
    const { wave, sheets } = await opened(house, cookie);
    await page.goto(`/waves/${wave}/entry`);
    await page.getByLabel('調査票のコード').fill(sheets[0].code);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: '回答しない' }).click();
    await confirm(page, '回答しない');
    await page.getByText('「回答しない」と記録しました', { exact: false }).waitFor();
    await page.goto(`/waves/${wave}`);
    await page.getByLabel('名前・コード・電話で探す').fill(sheets[2].phone);
    await page.getByRole('row', { name: sheets[2].name }).getByText(sheets[2].name).click();
    await page.getByRole('button', { name: '「お願いした」と記録する' }).click();
    await page.getByText('1件に、今日お願いしたと記録しました。').waitFor();
    await page.getByRole('row', { name: sheets[2].name }).getByText(/お願い 20/).waitFor();
    await page.getByLabel('名前・コード・電話で探す').fill('');
    await page.getByLabel('状態').selectOption('refused');
    assert.equal(await page.locator('.sheet-list tbody tr').count(), 1);
  });

  scenario('sheets go out on paper and as workbooks; a sound one comes back and a damaged one is explained', async ({ page, context, house }) => {
    const cookie = await signedIn(context, house, 'filer', 'keeper', TOWN);
    const { wave, sheets } = await opened(house, cookie);
    await page.goto(`/waves/${wave}`);
    for (const [name, kind] of [['届いていない分を印刷（PDF）', /pdf|zip/], ['お願いの手紙（PDF）', /pdf/], ['Excelの調査票（ZIP）', /zip/]]) {
      const answer = await page.request.get(await page.getByRole('link', { name }).getAttribute('href'));
      assert.equal(answer.status(), 200, name);
      assert.match(answer.headers()['content-type'], kind, name);
    }
    const paper = await page.request.get(`/api/v1/sheets/${sheets[0].code}/form.pdf`);
    assert.equal((await paper.body()).subarray(0, 5).toString(), '%PDF-');
    const book = await (await page.request.get(`/api/v1/sheets/${sheets[0].code}/form.xlsx`)).body();
    const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('button', { name: 'Excelの調査票を選ぶ' }).click()]);
    await chooser.setFiles([
      { name: 'sound.xlsx', mimeType, buffer: book },
      { name: 'damaged.xlsx', mimeType, buffer: book.subarray(0, book.length / 2) },
    ]);
    await page.getByText(`${sheets[0].name}：☆ 0`, { exact: false }).waitFor();
    const faults = page.getByRole('table', { name: 'damaged.xlsx の直すところ' });
    assert.match(await faults.innerText(), /壊れている/);
    await picture(page, 'wave-files-desk', { fullPage: true });
    await assertAccessible(page);
    const after = await ask(house, cookie, 'GET', `/waves/${wave}`);
    assert.equal(after.all.finished, 1, 'the damaged one has changed nothing');
    const folder = await page.request.get(`/api/v1/waves/${wave}/export/zip`);
    assert.equal((await folder.body()).subarray(0, 2).toString(), 'PK');
  });

  scenario('the pages of a wave fit a phone', { size: PHONE }, async ({ page, context, house }) => {
    const cookie = await signedIn(context, house, 'walker', 'keeper', TOWN);
    const { wave, survey } = await opened(house, cookie);
    for (const [path, heading] of [
      ['/surveys', '☆調査'], ['/surveys/new', '調査をつくる'], [`/surveys/${survey}/edit`, '調査の内容を変える'], [`/waves/${wave}`, /連携の☆調査/], [`/waves/${wave}/entry`, '紙の入力'],
    ]) {
      await page.goto(path);
      await page.getByRole('heading', { level: 1, name: heading }).waitFor();
      await page.getByText('読み込んでいます…').waitFor({ state: 'detached' });
      await assertFits(page);
      await assertAccessible(page);
      await picture(page, `keeper${path.replaceAll('/', '-').replace(wave, 'wave').replace(survey, 'survey')}-phone`, { fullPage: true });
    }
  });

  scenario('a visitor and the keeper of another place see nothing of it', async ({ page, context, house, expectError }) => {
    expectError(/40[13]/);
    await page.goto('/');
    assert.ok(!(await rarer(page)).includes('☆調査'));
    await signedIn(context, house, 'other-keeper', 'keeper', '48201');
    const { wave } = await opened(house, await sessionOf(house, 'owner', 'keeper', TOWN));
    await page.goto(`/waves/${wave}`);
    await page.getByRole('alert').waitFor();
    assert.equal(await page.getByText('集まり具合').count(), 0);
    await context.clearCookies();
    for (const path of ['/surveys', `/waves/${wave}`, `/waves/${wave}/entry`]) {
      await page.goto(path);
      await page.getByRole('alert').waitFor();
      assert.equal(await page.locator('.sheet-list, .survey-waves, .paper-code').count(), 0, path);
    }
  });
});
