/** What offices say of themselves: suggestions without an account, letters on a telephone, editing, two at once. */
import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { administrator } from '../support/account.mjs';
import { PHONE, scenario, until } from '../support/stage.mjs';

async function anOffice(house, query = {}) {
  const { items } = await house.api('/offices', { service: 'care-430', limit: 20, ...query });
  const office = items.find((one) => one.phone && !one.gone_in && one.strengths.length === 0);
  assert.ok(office, 'the demo has an office that says nothing of itself yet');
  return office;
}

/** Asks the API as the page would, in the name of whoever is signed in on it. */
const ask = (page, method, path, body) =>
  page.evaluate(async ([how, where, what]) => {
    const answer = await fetch(`/api/v1${where}`, {
      method: how, headers: { 'X-Hoshizu': '1', 'Content-Type': 'application/json' }, body: JSON.stringify(what),
    });
    return answer.json();
  }, [method, path, body]);

describe('upkeep', () => {
  scenario('anybody suggests a correction without an account', async ({ page, house }) => {
    const office = await anOffice(house);
    await page.goto(`/offices/${office.id}`);
    await page.getByText('まちがいを知らせる').click();
    await page.getByLabel('正しい内容').fill('000-0000-4321');
    await page.getByLabel('くわしい内容・どこで知ったか').fill('事業所に電話して聞きました');
    await page.getByRole('button', { name: '知らせる', exact: true }).click();
    await page.getByText('お知らせを受け付けました').waitFor();
    const after = await house.api(`/offices/${office.id}`);
    assert.equal(after.phone, office.phone, 'nothing changes before somebody has looked');
  });

  scenario('what speaks of a client is not taken', async ({ page, house, expectError }) => {
    expectError(/422/);
    const office = await anOffice(house);
    await page.goto(`/offices/${office.id}`);
    await page.getByText('まちがいを知らせる').click();
    await page.getByLabel('どの項目ですか').selectOption('other');
    await page.getByLabel('くわしい内容・どこで知ったか').fill('星野様、昭和10年5月3日生の件');
    await page.getByRole('button', { name: '知らせる', exact: true }).click();
    await page.getByRole('heading', { name: '利用者の情報のように見えるところがあります' }).waitFor();
  });

  scenario('a letter opens the three buttons on a telephone, once', { size: PHONE }, async ({ page, context, house, expectError }) => {
    expectError(/410/);
    await administrator(page, house);
    const office = await anOffice(house);
    await page.goto('/');
    const made = await ask(page, 'POST', '/letters', { offices: [office.id] });
    const { hash } = new URL(made.items[0].url);
    // The holder of the letter has no account.
    await context.clearCookies();
    await page.goto(`/confirm${hash}`);
    await page.getByRole('heading', { name: office.name }).waitFor();
    await page.getByRole('button', { name: 'このままで正しい' }).click();
    await page.getByText('今日の日付で「確認済み」にしました').waitFor();
    await page.reload();
    await page.getByRole('heading', { name: 'このお手紙のリンクは使えません' }).waitFor();
    await page.goto(`/offices/${office.id}`);
    await page.getByText('確認済み').first().waitFor();
  });

  scenario('an office states where it works, and the gap map says so', { size: PHONE }, async ({ page, house }) => {
    await administrator(page, house);
    const office = await anOffice(house, { sort: 'updated' });
    const ways = () => house.api('/coverage', { service: 'care-430', measure: 'nearest_km' }).then((table) => table.ways);
    const stated = (await ways()).offices_stating + 1;
    await page.goto(`/offices/${office.id}/edit`);
    const areas = page.getByRole('region', { name: '通常の事業の実施地域' });
    await areas.getByLabel('地域を名前で探す').fill(office.municipality.name);
    await areas.locator('label', { hasText: office.municipality.name }).first().click();
    await areas.getByText('選んだ地域（1か所）').waitFor();
    await page.getByRole('button', { name: '保存する', exact: true }).click();
    await page.getByText('保存しました。').first().waitFor();
    await page.goto(`/offices/${office.id}`);
    const said = page.getByRole('heading', { name: '通常の事業の実施地域' }).locator('..');
    await said.getByText(office.municipality.name).waitFor();
    await until(async () => (await ways()).offices_stating === stated, 'the figures of reach know it', 30_000);
    await page.goto('/gaps?service=care-430&measure=nearest_km');
    await page.getByText(`実施地域を登録している事業所（${stated}か所）`).waitFor();
  });

  scenario('strengths are edited and found', async ({ page, house }) => {
    await administrator(page, house);
    const office = await anOffice(house, { sort: 'updated' });
    await page.goto(`/offices/${office.id}/edit`);
    const strengths = page.getByRole('region', { name: '特長' });
    await strengths.getByLabel('特長を探す').fill('盲ろう');
    await strengths.locator('label', { hasText: '盲ろう' }).last().click();
    await page.getByLabel('備考（だれでも読めます）').fill('<b>駐車場あり</b>');
    await page.getByRole('button', { name: '保存する', exact: true }).click();
    await page.getByText('保存しました。').first().waitFor();
    await page.goto(`/offices/${office.id}`);
    await page.getByText('<b>駐車場あり</b>').waitFor();
    const found = () => house.api('/offices', { strength: 'deafblind' }).then(({ items }) => items.some(({ id }) => id === office.id));
    await until(found, 'the search finds the new strength');
    await page.goto('/search?strength=deafblind');
    await page.getByRole('link', { name: office.name }).first().waitFor();
  });

  scenario('of two who write at once the second sees both states and loses nothing', async ({ page, house, expectError }) => {
    expectError(/409/);
    await administrator(page, house);
    const office = await anOffice(house, { sort: 'name' });
    await page.goto(`/offices/${office.id}/edit`);
    const mine = page.getByLabel('備考（だれでも読めます）');
    await mine.fill('わたしの備考');
    const { version } = await house.api(`/offices/${office.id}/entry`);
    await page.evaluate(async ([id, over]) => fetch(`/api/v1/offices/${id}/entry`, {
      method: 'PUT', headers: { 'X-Hoshizu': '1', 'Content-Type': 'application/json', 'If-Match': `"${over}"` },
      body: JSON.stringify({ entry: { remarks: '先の備考', strengths: [{ term: 'hearing' }] } }),
    }), [office.id, version]);
    await page.getByRole('button', { name: '保存する', exact: true }).click();
    await page.getByRole('heading', { name: 'ほかの方が先に保存しました' }).waitFor();
    await page.getByRole('cell', { name: '先の備考' }).waitFor();
    assert.equal(await mine.inputValue(), 'わたしの備考');
    await page.getByRole('button', { name: '保存する', exact: true }).click();
    await page.getByText('保存しました。').first().waitFor();
    const entry = await house.api(`/offices/${office.id}/entry`);
    assert.equal(entry.remarks, 'わたしの備考');
    assert.equal(entry.strengths[0].term, 'hearing', 'what only the other changed is there too');
  });
});
