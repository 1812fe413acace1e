/** The page of an office: both systems, how to reach it, sources, neighbours, paper. */
import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { scenario } from '../support/stage.mjs';

/** An office with services of 介護保険 and of 障害福祉・児童, a telephone, a position and a corporation. */
async function inBothSystems(house) {
  const { items } = await house.api('/offices', { both_systems: 'true', limit: 100 });
  const office = items.find((one) => one.phone && one.position && one.organization && one.services.length > 1);
  assert.ok(office, 'the demo has an office in both systems');
  return house.api(`/offices/${office.id}`);
}

const open = (page, office) => page.goto(`/offices/${office.id}`);

describe('office page', () => {
  scenario('both systems stand side by side', async ({ page, house }) => {
    const office = await inBothSystems(house);
    await open(page, office);
    const services = page.getByRole('region', { name: '行っているサービス' });
    const care = services.getByRole('heading', { level: 3, name: '介護保険' });
    const other = services.getByRole('heading', { level: 3, name: '障害福祉・児童' });
    await other.waitFor();
    const left = await care.elementHandle();
    // Measured in one moment: what loads above may still push both down.
    const [down, aside] = await other.evaluate((element, beside) => {
      const [a, b] = [beside, element].map((one) => one.getBoundingClientRect());
      return [b.y - a.y, b.x - a.x];
    }, left);
    assert.ok(Math.abs(down) < 4, `on one line, not ${down} pixels apart`);
    assert.ok(aside > 200, 'in two columns');
    const { services: names } = await house.api('/taxonomy');
    for (const code of office.services) {
      const name = names.find((service) => service.code === code).ja;
      await services.getByText(name, { exact: true }).first().waitFor();
    }
  });

  scenario('one tap calls, and FAX and number are in sight', async ({ page, house }) => {
    const office = await inBothSystems(house);
    await open(page, office);
    const reach = page.getByRole('region', { name: '連絡先' });
    const call = reach.getByRole('link', { name: `${office.name}に電話する ${office.phone}` });
    assert.equal(await call.getAttribute('href'), `tel:${office.phone.replaceAll(/\D/g, '')}`);
    if (office.fax) await reach.getByText(office.fax, { exact: true }).waitFor();
    await reach.getByText(office.numbers[0]).first().waitFor();
  });

  scenario('each value shows its source and edition', async ({ page, house }) => {
    const office = await inBothSystems(house);
    await open(page, office);
    const sources = page.getByRole('region', { name: '出典と更新時期' });
    await sources.getByText(/版）$/).first().waitFor();
    const table = sources.getByRole('table');
    assert.equal(await table.isVisible(), false, 'folded at first');
    await sources.getByText('項目ごとの出典を見る').click();
    const row = table.getByRole('row').filter({ has: page.getByRole('rowheader', { name: '住所' }) }).first();
    assert.match(await row.textContent(), /公表|WAM NET|オープンデータ/);
    assert.ok((await table.getByRole('row').count()) > 5);
  });

  scenario('the nearest of its kind are listed by distance for each service', async ({ page, house }) => {
    const office = await inBothSystems(house);
    const service = office.services[1];
    const { items } = await house.api(`/offices/${office.id}/nearest`, { service, limit: 5 });
    await open(page, office);
    const nearest = page.getByRole('region', { name: '近くの同じサービス' });
    const { services: names } = await house.api('/taxonomy');
    const { short_ja, ja } = names.find((one) => one.code === service);
    await nearest.getByRole('radio', { name: short_ja, exact: true }).or(nearest.getByRole('radio', { name: ja, exact: true })).first().click();
    for (const one of items) await nearest.getByRole('link', { name: one.name, exact: true }).first().waitFor();
    await nearest.getByText(/約[\d.]+ k?m/).first().waitFor();
    await nearest.getByRole('link', { name: /を近い順にもっと見る/ }).click();
    await page.waitForURL(/sort=distance/);
    await page.getByRole('region', { name: '検索結果' }).getByText(/約[\d.]+ k?m/).first().waitFor();
  });

  scenario('the corporation and its other offices are one click away', async ({ page, house }) => {
    const office = await inBothSystems(house);
    await open(page, office);
    await page.getByRole('region', { name: '運営する法人' }).getByRole('link', { name: office.organization.name, exact: true }).click();
    await page.getByRole('heading', { level: 1, name: office.organization.name, exact: true }).waitFor();
  });

  scenario('the big map opens at the office', { map: true }, async ({ page, house }) => {
    const office = await inBothSystems(house);
    await open(page, office);
    await page.getByRole('link', { name: '大きな地図で見る' }).click();
    await page.getByRole('complementary', { name: '選んだ事業所' }).getByRole('heading', { name: office.name, exact: true }).waitFor();
  });

  scenario('on paper there is neither menu nor button, and nothing is cut off', { map: true }, async ({ page, house }) => {
    const office = await inBothSystems(house);
    await page.setViewportSize({ width: 718, height: 1016 });
    await open(page, office);
    await page.getByRole('heading', { level: 1, name: office.name, exact: true }).waitFor();
    await page.locator('.mini-map[data-ready=true]').waitFor();
    // 182 mm: A4 without the margins the style sheet asks for, at 96 points an inch.
    await page.setViewportSize({ width: 688, height: 1016 });
    await page.emulateMedia({ media: 'print' });
    assert.equal(await page.getByRole('navigation', { name: '主なページ' }).isVisible(), false);
    assert.equal(await page.getByRole('button', { name: '印刷' }).isVisible(), false);
    assert.equal(await page.getByRole('region', { name: '近くの同じサービス' }).isVisible(), false);
    await page.getByText(/印刷日/).waitFor();
    await page.getByText(office.phone).first().waitFor();
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    assert.ok(wide <= 0, `${wide} pixels stick out`);
    const pdf = (await page.pdf({ format: 'A4', preferCSSPageSize: true })).toString('latin1');
    const pages = pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0;
    assert.ok(pages >= 1 && pages <= 3, `${pages} pages of paper`);
  });

  scenario('an office that is not there is explained', async ({ page, expectError }) => {
    expectError(/404/);
    await page.goto('/offices/00000000-0000-7000-8000-000000000000');
    await page.getByRole('alert').getByRole('heading', { name: '見つかりませんでした' }).waitFor();
    await page.getByRole('link', { name: '事業所を探す' }).waitFor();
  });
});
