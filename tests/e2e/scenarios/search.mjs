/** Search by words: suggestions, results, nothing found. */
import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { query, scenario, until } from '../support/stage.mjs';

const box = (page) => page.getByRole('combobox', { name: '事業所・サービス・地域・電話番号などで探す' });
const cards = (page) => page.getByRole('region', { name: '検索結果' }).getByRole('listitem').filter({ has: page.getByRole('heading') });
const total = (page, number) => page.getByRole('status').getByText(`${number.toLocaleString('ja-JP')}件`, { exact: true });

/** An office whose full name is its own and long enough to be typed in part. */
async function someOffice(house) {
  const { items } = await house.api('/offices', { service: 'care-130', limit: 50 });
  for (const office of items) {
    const found = await house.api('/offices', { q: office.name });
    if (found.items[0].id === office.id && /^[\p{L}]{6,}/u.test(office.name)) return office;
  }
  throw new Error('no office of the demo is found first by its own name');
}

describe('search', () => {
  scenario('a suggestion is chosen by keyboard and opens the office', async ({ page, house }) => {
    const office = await someOffice(house);
    await page.goto('/');
    await box(page).pressSequentially(office.name.slice(0, -1));
    const list = page.getByRole('listbox', { name: '候補' });
    const option = list.getByRole('option').filter({ hasText: office.name }).filter({ hasText: '事業所' }).first();
    await option.waitFor();
    const steps = await list.getByRole('option').evaluateAll((all, name) => all.findIndex((one) => one.textContent.includes(name)), office.name);
    for (let step = 0; step <= steps; step += 1) await box(page).press('ArrowDown');
    assert.equal(await option.getAttribute('aria-selected'), 'true');
    assert.equal(await box(page).getAttribute('aria-activedescendant'), await option.getAttribute('id'));
    await box(page).press('Enter');
    await page.getByRole('heading', { level: 1, name: office.name, exact: true }).waitFor();
    assert.match(page.url(), /\/offices\/[0-9a-f-]{36}$/);
  });

  scenario('a word of the trade leads to the glossary', async ({ page }) => {
    await page.goto('/');
    await box(page).fill('計画相談');
    await page.getByRole('option', { name: /居宅介護支援.*計画相談支援.*用語/ }).click();
    await page.waitForURL(/\/glossary#management$/);
    await page.getByRole('heading', { level: 1, name: /用語/ }).waitFor();
  });

  scenario('Escape closes the suggestions and keeps the words', async ({ page }) => {
    await page.goto('/search');
    await box(page).pressSequentially('訪問');
    const list = page.getByRole('listbox', { name: '候補' });
    await list.waitFor();
    await box(page).press('Escape');
    await list.waitFor({ state: 'hidden' });
    assert.equal(await box(page).inputValue(), '訪問');
  });

  scenario('the full name is found first and marked', async ({ page, house }) => {
    const office = await someOffice(house);
    await page.goto('/search');
    await box(page).fill(office.name);
    await box(page).press('Enter');
    await until(() => query(page).q === office.name, 'the words in the address');
    const first = cards(page).first();
    await first.getByRole('heading', { name: office.name, exact: true }).waitFor();
    assert.ok((await first.getByRole('heading').locator('mark').count()) > 0, 'the words found are marked');
    await first.getByRole('link', { name: office.name, exact: true }).click();
    await page.getByRole('heading', { level: 1, name: office.name, exact: true }).waitFor();
  });

  scenario('the words of either profession find the service, and the page says so', async ({ page, house }) => {
    await page.goto('/search');
    await box(page).fill('ケアマネ');
    await page.getByRole('button', { name: '探す', exact: true }).click();
    await page.getByText(/「.*居宅介護支援.*」.*サービス/).waitFor();
    const answer = await house.api('/offices', { q: 'ケアマネ' });
    assert.ok(answer.items[0].services.includes('care-430'));
    await total(page, answer.total).waitFor();
  });

  scenario('a place in the words acts as a place and can be given up', async ({ page, house }) => {
    const { items } = await house.api('/areas', { kind: 'municipality' });
    const town = items.find((area) => area.name.endsWith('市'));
    await page.goto(`/search?${new URLSearchParams({ q: `${town.name} 訪問看護` })}`);
    await page.getByText(`「${town.name}」を場所として検索しました。`).waitFor();
    const there = await house.api('/offices', { q: `${town.name} 訪問看護` });
    await total(page, there.total).waitFor();
    await page.getByRole('button', { name: '場所の指定を解除' }).click();
    await until(() => query(page).q === '訪問看護', 'the words without the place');
    const anywhere = await house.api('/offices', { q: '訪問看護' });
    assert.ok(anywhere.total > there.total);
    await total(page, anywhere.total).waitFor();
  });

  scenario('nothing found says why and offers wider searches that find what they promise', async ({ page, house }) => {
    // 訪問入浴 under 障害福祉 cannot be: dropping either filter finds some.
    const narrow = { service: 'care-120', system: 'disability', open: 'holiday', q: '訪問' };
    const answer = await house.api('/offices', narrow);
    assert.equal(answer.total, 0, 'the demo has no such office');
    await page.goto(`/search?${new URLSearchParams(narrow)}`);
    await page.getByRole('heading', { name: '見つかりませんでした' }).waitFor();
    await page.getByText(/当てはまる事業所がありません/).waitFor();
    const offers = page.getByRole('region', { name: '検索結果' }).getByRole('link').filter({ hasText: /で?探す.*件/ });
    assert.ok((await offers.count()) > 0, 'no wider search is offered');
    const promised = /([\d,]+)件/.exec(await offers.first().textContent())[1];
    await offers.first().click();
    await total(page, Number(promised.replaceAll(',', ''))).waitFor();
    await cards(page).first().waitFor();
  });

  scenario('words nobody uses say what to do', async ({ page }) => {
    await page.goto('/search?q=zzzqqqxxx');
    await page.getByRole('heading', { name: '見つかりませんでした' }).waitFor();
    await page.getByText('「zzzqqqxxx」に当てはまる事業所は登録されていません。').waitFor();
    await page.getByText(/条件を広げると見つかります|言葉を短くする/).first().waitFor();
  });

  scenario('more results are put below and the reader stays where it was', async ({ page, house }) => {
    const { total: all } = await house.api('/offices', { system: 'care' });
    await page.goto('/search?system=care');
    await cards(page).nth(19).waitFor();
    assert.equal(await cards(page).count(), 20);
    await page.getByText(`${all.toLocaleString('ja-JP')}件中 20件を表示`).waitFor();
    await page.getByRole('button', { name: 'もっと見る' }).click();
    await cards(page).nth(39).waitFor();
    const name = await cards(page).nth(20).getByRole('heading').textContent();
    await until(async () => (await page.evaluate(() => document.activeElement.textContent)) === name, 'focus on the first new card');
    const ids = await page.locator('[data-office]').evaluateAll((all) => all.map((one) => one.dataset.office));
    assert.equal(new Set(ids).size, 40, 'no office stands twice');
  });

  scenario('the order is chosen from a list', async ({ page, house }) => {
    await page.goto('/search?service=care-430');
    await cards(page).first().waitFor();
    await page.getByRole('button', { name: /並べ替え/ }).click();
    await page.getByRole('option', { name: '名前順' }).click();
    await until(() => query(page).sort === 'name', 'the order in the address');
    const { items } = await house.api('/offices', { service: 'care-430', sort: 'name' });
    await cards(page).first().getByRole('heading', { name: items[0].name, exact: true }).waitFor();
  });
});
