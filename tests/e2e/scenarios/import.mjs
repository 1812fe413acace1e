/** Files in from the page: the door, a preview that names every fault, progress, report, and the office is found. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe } from 'node:test';
import { brokenKaigo, noise, unknownList } from '../support/files.mjs';
import { signIn, somewhere, upload } from '../support/operator.mjs';
import { scenario, until } from '../support/stage.mjs';

const on = 'workbench';
const NEW = 'ほうき星ケアプランセンター';
const SHOP = 'ほうき星商店';

async function unfold(summary) {
  await summary.waitFor();
  if (!(await summary.evaluate((element) => element.parentElement.open))) await summary.click();
}

async function confirm(page) {
  await page.getByRole('button', { name: /個のファイルを取り込む$/ }).click();
  await page.getByRole('heading', { name: '取り込みが終わりました' }).waitFor({ timeout: 30_000 });
}

async function found(page, name) {
  await page.getByRole('link', { name: '一覧と地図を見る' }).click();
  const box = page.getByRole('combobox', { name: /探す$/ });
  await box.fill(name);
  await box.press('Enter');
  await page.getByRole('link', { name, exact: true }).first().click();
  await page.getByRole('heading', { level: 1, name, exact: true }).waitFor();
}

describe('import', () => {
  scenario('a visitor is shown the door and comes back to the import', { on }, async ({ page, house }) => {
    await page.goto('/import');
    await page.getByRole('heading', { name: '取り込みには権限が必要です' }).waitFor();
    assert.equal(await page.getByRole('button', { name: 'ファイルを選ぶ' }).count(), 0);
    await page.getByRole('link', { name: 'サインインする' }).click();
    await page.waitForURL((url) => url.pathname === '/sign-in' && url.searchParams.get('next') === '/import');
    await signIn(page, house);
  });

  scenario('a file with broken rows: each is named with line, column and remedy, the rest comes in', { on }, async ({ page, house }) => {
    const place = await somewhere(house);
    const before = await house.api('/meta');
    await signIn(page, house);
    await upload(page, brokenKaigo({ ...place, name: NEW }));
    const file = page.getByRole('article', { name: 'jigyosho_430.csv' });
    await file.getByText('介護サービス情報公表システム').first().waitFor();
    await unfold(file.locator('summary').filter({ hasText: '取り込めない行' }));
    const refused = file.getByRole('row');
    const nameless = refused.filter({ hasText: '事業所名' }).filter({ hasText: '名称の列を埋めてください' });
    await nameless.getByText('3', { exact: true }).waitFor();
    const unknown = refused.filter({ hasText: 'まほうのサービス' }).filter({ hasText: 'サービスの種類を公表システムの名称に合わせる' });
    await unknown.getByText('4', { exact: true }).waitFor();
    assert.equal((await house.api('/meta')).offices, before.offices, 'nothing is written before it is confirmed');
    await confirm(page);
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: /取り込めなかった行/ }).click();
    const report = await readFile(await (await download).path(), 'utf8');
    assert.match(report, /jigyosho_430\.csv,3,事業所名,/);
    assert.match(report, /jigyosho_430\.csv,4,サービスの種類,まほうのサービス,/);
    assert.equal((await house.api('/meta')).offices, before.offices + 1);
    await found(page, NEW);
    await page.getByRole('link', { name: `${NEW}に電話する 099-000-1234` }).waitFor();
  });

  scenario('the same file again changes nothing', { on }, async ({ page, house }) => {
    const place = await somewhere(house);
    await signIn(page, house);
    await upload(page, brokenKaigo({ ...place, name: `${NEW}再` }));
    await confirm(page);
    await page.getByRole('button', { name: '取り込みの一覧へ戻る' }).click();
    await upload(page, brokenKaigo({ ...place, name: `${NEW}再` }));
    const file = page.getByRole('article', { name: 'jigyosho_430.csv' });
    await file.getByText('変更なし', { exact: true }).waitFor();
    const counts = await file.locator('.numbers div').evaluateAll((all) => Object.fromEntries(all.map((one) => [one.querySelector('dt').textContent, one.querySelector('dd').textContent])));
    assert.deepEqual([counts['行'], counts['新規'], counts['変更'], counts['変更なし'], counts['取り込めない行']], ['3', '0', '0', '1', '2']);
  });

  scenario('a list nobody knows is mapped column by column and imported', { on }, async ({ page, house }) => {
    const place = await somewhere(house);
    await signIn(page, house);
    await upload(page, unknownList({ ...place, name: SHOP }));
    const mapping = page.getByRole('region', { name: '列の対応づけ' });
    await mapping.getByText('「名称」の列を選んでください。').waitFor();
    assert.equal(await page.getByRole('button', { name: /個のファイルを取り込む$/ }).isDisabled(), true);
    await mapping.getByLabel(/^名称/).selectOption('店の呼び名');
    await mapping.getByLabel(/^住所/).selectOption('場所');
    await mapping.getByLabel(/^電話/).selectOption('れんらく先');
    const service = mapping.getByLabel(/サービスの種類/);
    await service.selectOption(await service.locator('option[value^=community-]').first().getAttribute('value'));
    await mapping.getByLabel(/対応づけの名前/).fill('見守り協力店');
    const keep = mapping.getByRole('checkbox', { name: '次からも使う' });
    if (!(await keep.isChecked())) await mapping.locator('label').filter({ hasText: '次からも使う' }).click();
    await mapping.getByRole('button', { name: 'この対応づけで読み直す' }).click();
    await until(() => page.getByRole('button', { name: '1個のファイルを取り込む' }).isEnabled(), 'a file that may be taken in');
    await confirm(page);
    await found(page, SHOP);
    await page.getByText('099-000-4444').first().waitFor();
  });

  scenario('a saved mapping is used for the next file of the kind', { on }, async ({ page, house }) => {
    const place = await somewhere(house);
    await signIn(page, house);
    await upload(page, unknownList({ ...place, name: `${SHOP}支店` }));
    await until(() => page.getByRole('button', { name: '1個のファイルを取り込む' }).isEnabled(), 'recognised without mapping by hand');
  });

  scenario('a file that is no table is refused in words and writes nothing', { on }, async ({ page, house, expectError }) => {
    expectError(/40[0-9]|415|422/);
    const before = await house.api('/meta');
    await signIn(page, house);
    await upload(page, noise);
    await page.getByText(/読み取れませんでした|種類が分かりません|うまく処理できませんでした|正しくありません/).first().waitFor();
    assert.equal((await house.api('/meta')).offices, before.offices);
  });

  scenario('a preview can be thrown away', { on }, async ({ page, house }) => {
    const place = await somewhere(house);
    const before = await house.api('/meta');
    await signIn(page, house);
    await upload(page, brokenKaigo({ ...place, name: 'すてられる事業所' }));
    await page.getByRole('button', { name: '取り込まずに終わる' }).click();
    await page.getByText(/取り込みを中止しました|これまでの取り込み/).first().waitFor();
    assert.equal((await house.api('/meta')).offices, before.offices);
  });

  scenario('earlier imports are listed with their outcome', { on }, async ({ page, house }) => {
    await signIn(page, house);
    const history = page.getByRole('region', { name: 'これまでの取り込み' });
    await history.getByText(/jigyosho_\d+\.csv/).first().waitFor();
  });
});
