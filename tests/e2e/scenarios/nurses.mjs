/** 保健師をさがす: three fields, the answer above the fold, where nothing is entered the general one, the matrix, the sheet. */
import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { assertAccessible, assertFits, picture } from '../support/sight.mjs';
import { PHONE, SIZES, query, scenario, until } from '../support/stage.mjs';

async function ask(page, { place, topic, age }) {
  await page.getByLabel('町名・住所').fill(place);
  await page.getByLabel('話題・病名').fill(topic);
  if (age) await page.getByLabel('年齢', { exact: true }).fill(age);
  await page.getByRole('button', { name: 'さがす', exact: true }).click();
}

describe('nurses', () => {
  scenario('somebody in a hurry fills three fields on a phone and reads name and telephone without scrolling', { size: PHONE }, async ({ page }) => {
    await page.goto('/nurses');
    await ask(page, { place: '麦野市', topic: 'ALS', age: '50' });
    const desk = page.getByRole('heading', { level: 3, name: /南部福祉保健所 難病担当/ });
    await desk.waitFor();
    const call = page.getByRole('link', { name: /南部福祉保健所 難病担当.*電話|電話.*南部福祉保健所 難病担当|南部福祉保健所 難病担当/ }).first();
    for (const seen of [desk, call]) {
      const box = await seen.boundingBox();
      assert.ok(box && box.y + box.height <= PHONE.height, `above the fold: ${JSON.stringify(box)}`);
    }
    assert.match(await call.getAttribute('href'), /^tel:0\d+$/);
    assert.deepEqual(query(page), { place: '麦野市', topic: 'ALS', age: '50' }, 'a link reproduces the answer');
    await page.getByText('理由：麦野市／すべての年齢を担当しています。').waitFor();
    await picture(page, 'nurses-phone');
  });

  for (const [size, viewport] of Object.entries(SIZES)) {
    scenario(`the map shows where the desk is in charge (${size})`, { map: true, size: viewport }, async ({ page }) => {
      await page.goto('/nurses?place=麦野市&topic=難病&age=50');
      const section = page.getByRole('region', { name: '南部福祉保健所 難病担当の担当区域' });
      await section.locator('.map-canvas[data-ready=true]').waitFor();
      await section.getByText('麦野市', { exact: false }).first().waitFor();
      await picture(page, `nurses-map-${size}`, { fullPage: true });
    });
  }

  scenario('all jurisdictions stand on one map and in its list: shared parts, parts of nobody, another topic, the prefecture', { map: true }, async ({ page }) => {
    await page.goto('/nurses?place=麦野市&topic=予防接種&age=3');
    const section = page.getByRole('region', { name: '麦野市の担当区域の地図' });
    const canvas = section.locator('.map-canvas[data-ready=true]');
    await canvas.waitFor();
    const item = (name) => section.getByRole('listitem').filter({ hasText: name });
    await item('千俵圏域').getByText('担当が重なる所').waitFor();
    await item('倉掛圏域').getByText('登録された窓口がありません。').waitFor();
    assert.match(await item('上郷圏域').getByRole('link').getAttribute('href'), /^tel:\d+$/);
    await until(async () => {
      await canvas.click({ position: { x: 320, y: 210 } });
      return (await section.getByRole('status').textContent()).length > 0;
    }, 'a press on a part says who is in charge');
    await section.getByRole('status').getByText(/健康づくり課|登録された窓口/).first().waitFor();
    await section.getByLabel('話題・病名').selectOption({ label: '難病' });
    await item('南部福祉保健所 難病担当').waitFor();
    await section.getByRole('button', { name: '星見県の全体を見る' }).click();
    const whole = page.getByRole('region', { name: '星見県の担当区域の地図' });
    await whole.getByText('8の市町村を示しています。').waitFor();
    await picture(page, 'nurses-jurisdictions');
    await whole.getByRole('button', { name: '月ヶ浜市' }).press('Enter');
    await page.getByRole('region', { name: '月ヶ浜市の担当区域の地図' }).waitFor();
    await page.getByRole('button', { name: '元の市町村に戻る' }).press('Enter');
    await section.waitFor();
  });

  scenario('where nothing is entered the general answer names the office in charge and says that it is not confirmed', async ({ page }) => {
    await page.goto('/nurses?place=茜沢町&topic=難病&age=50');
    await page.getByText('一般的な担当（未確認）', { exact: true }).waitFor();
    const center = page.getByRole('heading', { level: 3, name: /星見県北部福祉保健所/ });
    await center.getByText('都道府県の保健所').waitFor();
    await page.goto('/nurses?place=宵宮市中央区&topic=結核');
    await page.getByRole('heading', { level: 3, name: /宵宮市保健所 感染症担当/ }).waitFor();
  });

  scenario('the line of life shows who is next at 18 and 65', async ({ page }) => {
    await page.goto('/nurses?place=麦野市麦野圏域&topic=こころの健康・精神保健&age=30');
    const line = page.getByRole('region', { name: /年齢ごとの担当/ });
    await line.getByText('健康づくり課 南地区').waitFor();
    await line.getByText('65歳以上').waitFor();
    assert.equal(await line.locator('[aria-current=step]').count(), 1);
    await page.getByText('次は').first().waitFor();
  });

  scenario('overlapping districts, shared towns and towns of nobody are shown as such', async ({ page }) => {
    await page.goto('/nurses?place=麦野市 千俵圏域&topic=予防接種&age=3');
    await page.getByText(/2つの窓口が重なっています/).waitFor();
    await page.goto('/nurses?place=月ヶ浜市&topic=妊娠・出産・産後&age=30');
    await page.getByText('町名まで入れると担当が決まる窓口があります。').waitFor();
    const cell = page.getByRole('button', { name: /妊娠・出産・産後 18～39歳/ });
    await cell.click();
    await page.getByText(/担当のない所：/).waitFor();
    await page.getByText(/重なる所：/).waitFor();
  });

  scenario('a place or a topic nobody knows is said, with what to do', async ({ page }) => {
    await page.goto('/nurses?place=どこでもない町&topic=難病');
    await page.getByText('場所が見つかりません。市町村名から書いてみてください。').waitFor();
    await page.goto('/nurses?place=麦野市&topic=まほう');
    await page.getByText(/「まほう」に当たる話題が見つかりません/).waitFor();
  });

  scenario('the sheet of the municipality names every topic and desk and fits one page', async ({ page }) => {
    await page.goto('/nurses/sheet?area=48202');
    await page.getByRole('heading', { level: 1, name: '麦野市 保健師早見表' }).waitFor();
    assert.equal(await page.locator('.sheet-table tbody tr').count(), 20);
    const sheet = await page.pdf({ format: 'A4', printBackground: false });
    const pages = sheet.toString('latin1').match(/\/Type\s*\/Page[^s]/g) ?? [];
    assert.equal(pages.length, 1, 'one page of A4');
    await page.emulateMedia({ media: 'print' });
    await picture(page, 'nurses-sheet', { fullPage: true });
  });

  scenario('a visitor sees the matrix and the template but no form', async ({ page }) => {
    await page.goto('/nurses/edit?owner=48202');
    await page.getByText(/管理担当として入った方ができます/).waitFor();
    assert.equal(await page.getByRole('button', { name: '窓口を加える' }).count(), 0);
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: '様式（XLSX）' }).click()]);
    assert.equal(download.suggestedFilename(), 'nurse-desks.xlsx');
  });

  for (const [name, size] of Object.entries(SIZES)) {
    scenario(`stands axe and fits the window (${name})`, { size }, async ({ page }) => {
      for (const path of ['/nurses', '/nurses?place=麦野市&topic=難病&age=50', '/nurses?place=茜沢町&topic=ひきこもり', '/nurses/sheet?area=48201', '/nurses/edit?owner=48201', '/glossary']) {
        await page.goto(path);
        await page.getByRole('heading', { level: 1 }).waitFor();
        await until(async () => (await page.locator('.loading').count()) === 0, 'everything loaded');
        await assertFits(page);
        await assertAccessible(page);
        await picture(page, `${name}-${path.replaceAll(/[^\p{L}\p{N}]+/gu, '-')}`, { fullPage: true });
      }
    });
  }
});
