/** The ☆ sheet of a respondent: by link, on a phone, without signing in, through a lost connection. */
import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { assertAccessible, assertFits, picture } from '../support/sight.mjs';
import { DESK, PHONE, SIZES, scenario, until } from '../support/stage.mjs';
import { STAR, answer, makeSurvey, starred } from '../support/survey.mjs';

const on = 'survey';
const BEGIN = '内容を確認して回答をはじめる';
const offline = /ERR_INTERNET_DISCONNECTED/;

let made;
const taken = new Set();
/** One survey serves all scenarios; each takes sheets nobody else uses. */
async function survey(house) {
  made ??= (async () => {
    const survey = await makeSurvey(house, 'chosa', '48101');
    await survey.set('open');
    return survey;
  })();
  return made;
}

async function freshSheet(house, wanted = () => true) {
  const all = await (await survey(house)).sheets();
  const sheet = all.find((one) => !taken.has(one.code) && one.state === 'waiting' && wanted(one));
  taken.add(sheet.code);
  return sheet;
}

const rows = (page) => page.locator('.star-toggle');
const saved = (page) => page.getByRole('region', { name: '回答の状態' }).getByText(/^保存しました/).waitFor();
/** The respondent's own map, with so many it named. */
const ownMap = (page, named) => page.getByRole('img', { name: new RegExp(`つながりの図。.*☆をつけた先${named}件`) });
const press = (page, name) => page.getByRole('button', { name, exact: true }).click();

async function begin(page, code) {
  await page.goto(`/s/${code}`);
  await press(page, BEGIN);
  await rows(page).first().waitFor();
}

/** Confirms in the dialog that asks first. */
async function confirmed(page, name) {
  await press(page, name);
  await page.getByRole('alertdialog').getByRole('button', { name, exact: true }).click();
}

describe('sheet', () => {
  scenario('on a phone: 12 of 60, leave, return, two without a connection, finish, own map', { on, size: PHONE }, async ({ page, context, house, expectError }) => {
    expectError(offline);
    const sheet = await freshSheet(house);
    let taps = 0;
    const tap = async (target) => {
      taps += 1;
      await target.tap();
    };
    await page.goto(`/s/${sheet.code}`);
    await page.getByText(`この調査票は、${sheet.name} あてです。`).waitFor();
    assert.ok(!(await page.title()).includes(sheet.code.slice(0, 4)), 'the code is not in the title');
    assert.equal(await page.locator('meta[name=referrer]').getAttribute('content'), 'no-referrer');
    await tap(page.getByRole('button', { name: BEGIN }));
    await rows(page).first().waitFor();
    assert.equal(await rows(page).count(), 60);
    for (let at = 0; at < 60; at += 5) await tap(rows(page).nth(at));
    await saved(page);
    assert.equal((await starred(house, sheet.code)).length, 12);
    await picture(page, 'sheet-phone-rows');

    await page.goto('/about');
    await page.goto(`/s/${sheet.code}`);
    await rows(page).first().waitFor();
    assert.equal(await page.locator('.star-toggle[aria-pressed=true]').count(), 12);

    await context.setOffline(true);
    await tap(rows(page).nth(1));
    await tap(rows(page).nth(2));
    await page.getByText('電波がないため端末に保存しています').first().waitFor();
    assert.equal((await starred(house, sheet.code)).length, 12);
    await page.reload().catch(() => undefined);
    await context.setOffline(false);
    await page.goto(`/s/${sheet.code}`);
    await saved(page);
    assert.equal(await page.locator('.star-toggle[aria-pressed=true]').count(), 14);
    await until(async () => (await starred(house, sheet.code)).length === 14, 'all 14 at the server');
    assert.equal(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('hoshizu.sheet')).length), 0);

    await tap(page.getByRole('button', { name: 'これで終わる' }));
    await ownMap(page, 14).waitFor();
    assert.equal(taps, 16, 'a tap for each ☆, one to begin and one to end');
    assert.ok(taps <= 2 * 14);
    await assertFits(page);
    await picture(page, 'sheet-phone-outcome', { fullPage: true });
  });

  scenario('a connection that comes back is enough: nothing is pressed, nothing reloaded', { on, size: PHONE }, async ({ page, context, house, expectError }) => {
    expectError(offline);
    const sheet = await freshSheet(house);
    await begin(page, sheet.code);
    await context.setOffline(true);
    await rows(page).nth(3).tap();
    await page.getByText('電波がないため').first().waitFor();
    await press(page, 'これで終わる');
    await page.getByText('つながりしだい送って終わります').first().waitFor();
    await context.setOffline(false);
    await ownMap(page, 1).waitFor();
    assert.equal((await starred(house, sheet.code)).length, 1);
  });

  scenario('what is told of a ☆ is saved with it and read back folded', { on }, async ({ page, house }) => {
    const sheet = await freshSheet(house);
    await begin(page, sheet.code);
    const row = page.locator('.star-row').nth(4);
    await row.locator('.star-toggle').click();
    await row.getByRole('button', { name: '会議', exact: true }).click();
    await row.getByRole('button', { name: /関係・回数も答える/ }).click();
    await row.getByRole('radio', { name: /^② 考え方/ }).click();
    await row.getByRole('radio', { name: '3〜5回' }).click();
    await saved(page);
    const [one] = await starred(house, sheet.code);
    assert.deepEqual(one.star, { kinds: ['conference'], closeness: 2, frequency: '3-5' });
    await page.reload();
    await row.getByText('会議 / ② 考え方・人となりが分かる / 3〜5回').waitFor();
    await page.getByRole('searchbox', { name: /名簿をしぼる/ }).fill(one.kana.slice(0, 6));
    await until(async () => (await rows(page).count()) < 60, 'fewer rows');
    await page.locator('.star-row.on').waitFor();
  });

  scenario('an office beyond the roster and an agency in no directory; nothing about clients', { on, size: PHONE }, async ({ page, house, expectError }) => {
    expectError(/422/);
    const sheet = await freshSheet(house);
    await begin(page, sheet.code);
    const { items } = await house.api(`/sheets/${sheet.code}/offices`, { q: '相談' });
    const beyond = items.find((one) => one.number === null);
    await page.getByLabel('名前・よみ・サービス', { exact: true }).fill('相談');
    await press(page, '探す');
    await press(page, `${beyond.name}に☆をつける`);
    await saved(page);
    assert.deepEqual((await starred(house, sheet.code)).map((row) => row.name), [beyond.name]);
    await press(page, '機関を書き加える');
    await page.getByLabel('機関の名前').fill('担当 000-1111-2222 山田様 82歳 要介護3');
    await press(page, 'この機関に☆をつける');
    await page.getByText('利用者の情報のように見える').waitFor();
    await press(page, '担当 000-1111-2222 山田様 82歳 要介護3を消す');
    await press(page, '機関を書き加える');
    await page.getByLabel('機関の名前').fill('みどり町の茶の間');
    await press(page, 'この機関に☆をつける');
    await until(async () => (await house.api(`/sheets/${sheet.code}`)).unlisted.length === 1, 'the agency at the server');
    await page.reload();
    await page.getByText('みどり町の茶の間', { exact: true }).waitFor();
    await page.locator('.star-row.on').getByText(beyond.name).waitFor();
    await assertFits(page);
  });

  scenario('the second office finishes and says whether a ☆ beside it is so, once', { on }, async ({ page, house }) => {
    const [mine, other] = [await freshSheet(house, (one) => one.services.includes('care-430')), await freshSheet(house)];
    await answer(house, other.code, { rows: [{ office: mine.office, star: STAR }], consents: true, state: 'finished' });
    await begin(page, mine.code);
    await rows(page).first().click();
    await press(page, 'これで終わる');
    const question = page.getByRole('group', { name: new RegExp(`${other.name} から☆がありました`) });
    await question.getByRole('button', { name: 'はい' }).click();
    await page.getByText('「はい」とうかがいました').waitFor();
    await page.getByRole('heading', { name: '連携に努める7種の機関' }).waitFor();
    await picture(page, 'sheet-desk-outcome', { fullPage: true });
    await page.reload();
    await page.getByRole('heading', { name: 'あなたの事業所のつながり' }).waitFor();
    assert.equal(await question.count(), 0);
    const { questions, neighbours } = await house.api(`/sheets/${mine.code}/outcome`);
    assert.deepEqual(questions, []);
    assert.ok(neighbours.some((one) => one.office === other.office && one.they));
  });

  scenario('answers are mended until the last day, and taken back with all they held', { on }, async ({ page, house }) => {
    const sheet = await freshSheet(house);
    await begin(page, sheet.code);
    await rows(page).nth(1).click();
    await press(page, 'これで終わる');
    await ownMap(page, 1).waitFor();
    await press(page, '回答を直す');
    await rows(page).nth(2).click();
    await press(page, 'これで終わる');
    await ownMap(page, 2).waitFor();
    await confirmed(page, '回答を取り下げる');
    await page.getByText('回答を取り下げました。').waitFor();
    assert.deepEqual(await starred(house, sheet.code), []);
    assert.equal((await house.api(`/sheets/${sheet.code}`)).state, 'withdrawn');
    await press(page, BEGIN);
    await rows(page).first().waitFor();
  });

  scenario('who does not take part says so, and may think again', { on }, async ({ page, house }) => {
    const sheet = await freshSheet(house);
    await page.goto(`/s/${sheet.code}`);
    await confirmed(page, '回答しません');
    await page.getByText('「回答しません」とうかがっています。').waitFor();
    assert.equal((await house.api(`/sheets/${sheet.code}`)).state, 'refused');
    await press(page, BEGIN);
    await rows(page).first().click();
    await saved(page);
    assert.equal((await starred(house, sheet.code)).length, 1);
  });

  scenario('a draft, a wave that closes meanwhile, and a code that is none', { on }, async ({ page, house, expectError }) => {
    expectError(/409|404/);
    const other = await makeSurvey(house, 'chosa2', '48102');
    const [sheet] = await other.sheets();
    await page.goto(`/s/${sheet.code}`);
    await page.getByText(/回答の受付は .* からの予定です/).waitFor();
    await other.set('open');
    await begin(page, sheet.code);
    await rows(page).nth(0).click();
    await saved(page);
    await other.set('closed');
    await rows(page).nth(1).click();
    await page.getByRole('alert').getByText('つけた☆はこの端末に残っています。').waitFor();
    await page.reload();
    await page.getByText('回答の受付は終わりました。').waitFor();
    await page.getByText('間に合わなかった回答が1件').waitFor();
    await confirmed(page, '回答を取り下げる');
    await page.getByText('回答を取り下げました。').waitFor();
    assert.deepEqual(await starred(house, sheet.code), []);

    await page.goto('/s');
    await page.getByLabel('調査票のコード').fill('abc');
    await press(page, '調査票を開く');
    await page.getByText('コードは12文字です').waitFor();
    await page.getByLabel('調査票のコード').fill('３３３３ ４４４４ ６６６６');
    await press(page, '調査票を開く');
    await page.getByRole('heading', { name: '見つかりませんでした' }).waitFor();
    await page.goto('/s');
    await page.getByLabel('調査票のコード').fill(sheet.code.toLowerCase().replaceAll('-', ' '));
    await press(page, '調査票を開く');
    await page.getByText('回答の受付は終わりました。').waitFor();
  });

  const wall = { on: 'survey-behind-the-wall', settings: ['--public', 'nothing'], size: PHONE };
  scenario('an installation that shows visitors nothing still lets a respondent in, and no further', wall, async ({ page, house }) => {
    const closed = await makeSurvey(house, 'chosa', '48101');
    await closed.set('open');
    const [sheet] = await closed.sheets();
    await begin(page, sheet.code);
    await rows(page).first().tap();
    await saved(page);
    assert.equal((await starred(house, sheet.code)).length, 1);
    await page.goto('/search');
    await page.getByRole('heading', { level: 1, name: 'サインイン' }).waitFor();
    await page.goto(`/s/${sheet.code}`);
    const door = await page.getByRole('link', { name: 'サインイン', exact: true }).getAttribute('href');
    assert.ok(!door.includes(sheet.code), 'the code is carried through no other address');
  });

  scenario('without a mouse: begin, go down, tick, tell, finish', { on, size: DESK }, async ({ page, house }) => {
    const sheet = await freshSheet(house);
    const has = (locator) => locator.evaluate((element) => element === document.activeElement);
    const tabTo = async (locator, what) => {
      for (let step = 0; step < 90; step += 1) {
        if (await locator.count() > 0 && await has(locator.first())) return;
        await page.keyboard.press('Tab');
      }
      assert.fail(`${what} is not reached`);
    };
    await page.goto(`/s/${sheet.code}`);
    await tabTo(page.getByRole('button', { name: BEGIN }), 'the beginning');
    await page.keyboard.press('Enter');
    await rows(page).first().waitFor();
    await tabTo(rows(page), 'the first row');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
    await tabTo(page.getByRole('button', { name: '計画の交換', exact: true }), 'what can be told');
    await page.keyboard.press('Space');
    await saved(page);
    const [one] = await starred(house, sheet.code);
    assert.deepEqual([one.number, one.star.kinds], [3, ['plan_exchange']]);
    await tabTo(page.getByRole('button', { name: 'これで終わる' }), 'the end');
    await page.keyboard.press('Enter');
    await ownMap(page, 1).waitFor();
  });

  for (const [name, size] of Object.entries(SIZES)) {
    scenario(`every part fits and is accessible (${name})`, { on, size }, async ({ page, house }) => {
      const sheet = await freshSheet(house);
      const look = async (part) => {
        await page.waitForLoadState('networkidle');
        await assertFits(page);
        await assertAccessible(page);
        await picture(page, `sheet-${part}-${name}`, { fullPage: true });
      };
      await page.goto('/s');
      await page.getByRole('heading', { level: 1 }).waitFor();
      await look('code');
      await page.goto(`/s/${sheet.code}?lang=en`);
      await page.getByRole('button', { name: 'I have read this; start answering' }).waitFor();
      await look('start-english');
      await begin(page, sheet.code);
      for (const at of [0, 7, 14]) await rows(page).nth(at).click();
      await page.getByRole('button', { name: /関係・回数も答える/ }).first().click();
      await press(page, '機関を書き加える');
      await look('rows');
      await press(page, 'これで終わる');
      await ownMap(page, 3).waitFor();
      await look('outcome');
    });
  }
});
