/** だれにつなぐ: the five cases of the training deck, by large choices, with nothing of it kept. */
import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { assertAccessible, assertFits, picture } from '../support/sight.mjs';
import { DESK, PHONE, scenario } from '../support/stage.mjs';

const press = (page, name) => page.getByRole('button', { name, exact: true }).click();

async function given(page, { age, months, place = '麦野市', choices = [], condition }) {
  await page.goto('/guide');
  await page.getByRole('heading', { level: 1, name: 'だれにつなぐ' }).waitFor();
  for (const name of choices) await press(page, name);
  if (age) await page.getByLabel('年齢', { exact: true }).fill(age);
  if (months) await page.getByLabel('65歳まであと何か月').fill(months);
  await page.getByLabel('市町村・町名').fill(place);
  if (condition) {
    await page.getByLabel('病名・略称・指定難病の番号から').fill(condition);
    await press(page, '加える');
  }
  await page.getByRole('heading', { level: 2, name: /声をかける先/ }).waitFor();
  await page.getByText(`${place}の事業所と窓口です。`, { exact: false }).waitFor();
}

/** The step a role stands under. */
const role = (page, step, name) =>
  page.locator('.step', { has: page.getByRole('heading', { level: 3, name: step, exact: true }) }).getByRole('heading', { level: 4, name }).waitFor();

const why = (page, name) => page.locator('.rule').getByRole('heading', { level: 3, name }).waitFor();

describe('guide', () => {
  scenario('高齢障害者の移行: both professions, in order of time, with a check list', async ({ page }) => {
    await given(page, { months: '9', choices: ['65歳の移行', '居宅介護・重度訪問介護'] });
    await role(page, 'いま', /計画相談支援/);
    await role(page, '65歳の6か月前（あと3か月）', /地域包括支援センター/);
    await role(page, '65歳の3か月前（あと6か月）', /高齢・介護保険担当課/);
    await why(page, /原則.*65歳からは、同じ内容のサービスは介護保険が先です/);
    await why(page, /例外.*介護保険で足りない分は/);
    await page.getByRole('heading', { level: 2, name: '引継ぎの確認表：障害福祉から介護保険への引継ぎ' }).waitFor();
    await page.getByRole('heading', { level: 2, name: '65歳の移行を支える体制' }).waitFor();
    await picture(page, 'guide-transition', { fullPage: true });
    await assertAccessible(page);
  });

  scenario('2号被保険者のALS: care insurance, medical nursing, the nurse of the 保健所, the elderly-care box', async ({ page }) => {
    await given(page, { age: '50', condition: 'ALS' });
    await role(page, 'いま', /居宅介護支援/);
    const nurse = page.locator('.role', { has: page.getByRole('heading', { level: 4, name: /保健師/ }) }).first();
    await nurse.getByText('南部福祉保健所 難病担当').waitFor();
    await why(page, /40～64歳でも、16の特定疾病が原因なら介護保険が使えます/);
    await why(page, /例外.*訪問看護は、介護保険ではなく医療保険/);
    const group = page.locator('.network-group', { has: page.getByRole('heading', { level: 3, name: '高齢者介護' }) });
    assert.equal(await group.getByText('国の図にない箱').count(), 3);
    await picture(page, 'guide-als', { fullPage: true });
  });

  scenario('小学生のヤングケアラー: child and family center and school, the council for children', { size: PHONE }, async ({ page }) => {
    await given(page, { age: '10', choices: ['ヤングケアラー（年齢はこどもの年齢）'] });
    await role(page, 'いま', /こども家庭センター/);
    await role(page, 'いま', /学校/);
    await page.getByText('要保護児童対策地域協議会', { exact: true }).waitFor();
    await assertFits(page);
    await picture(page, 'guide-young-carer-phone', { fullPage: true });
  });

  scenario('18歳のヤングケアラー: the desks for young people take over', async ({ page }) => {
    await given(page, { age: '18', choices: ['ヤングケアラー（年齢はこどもの年齢）'] });
    await role(page, 'いま', /子ども・若者総合相談センター/);
    await page.getByText('子ども・若者支援地域協議会', { exact: true }).waitFor();
    assert.equal(await page.getByText('要保護児童対策地域協議会', { exact: true }).count(), 0);
  });

  scenario('難病の就労: the employment office, the support center, no care manager at 35', async ({ page }) => {
    await given(page, { age: '35', choices: ['就労'], condition: '潰瘍性大腸炎' });
    await role(page, 'いま', /ハローワーク/);
    await role(page, 'いま', /難病相談支援センター/);
    assert.equal(await page.getByRole('heading', { level: 4, name: /ケアマネジャー/ }).count(), 0);
  });

  scenario('nothing of the case is in the address or in storage, and it can be copied as text', { size: DESK, options: { permissions: ['clipboard-read', 'clipboard-write'] } }, async ({ page }) => {
    await given(page, { age: '50', condition: 'ALS' });
    assert.equal(new URL(page.url()).search, '');
    const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
    assert.ok(!kept.includes('als') && !kept.includes('麦野'), kept);
    await press(page, '文字で写す');
    await page.getByText('写しました。').waitFor();
    const text = await page.evaluate(() => navigator.clipboard.readText());
    assert.match(text, /^だれにつなぐ（個人を特定する情報は含みません）/);
    assert.match(text, /居宅介護支援（ケアマネジャー）/);
    await page.reload();
    await page.getByRole('heading', { level: 1 }).waitFor();
    assert.equal(await page.getByLabel('年齢', { exact: true }).inputValue(), '');
  });
});
