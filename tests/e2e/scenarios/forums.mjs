/** 会議体: from a template, the vacant seats stand out, one press fills one. */
import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { rarer } from '../support/menu.mjs';
import { ask, signedIn } from '../support/people.mjs';
import { assertAccessible, assertFits, picture } from '../support/sight.mjs';
import { PHONE, scenario } from '../support/stage.mjs';

const TOWN = '48202';
const forum = (name) => ({ area: TOWN, kind: 'care_meeting', name, note: '', seats: [], meetings: ['2026-05-20'], members: [] });

describe('forums', () => {
  scenario('a forum made from a template shows its vacant seats, and one press fills one', async ({ page, context, house }) => {
    const cookie = await signedIn(context, house, 'councillor', 'council', TOWN);
    await page.goto('/');
    assert.ok((await rarer(page)).includes('会議体'));
    await page.goto(`/forums?area=${TOWN}`);
    await page.getByLabel('種類').selectOption('council');
    await page.getByLabel('会議体の名前').fill('麦野市自立支援協議会');
    await page.getByRole('button', { name: '加える', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: '麦野市自立支援協議会' }).waitFor();
    await page.getByText('12席のうち0席').waitFor();
    const seat = page.getByRole('listitem').filter({ has: page.getByRole('heading', { level: 3, name: '居宅介護支援' }) });
    await seat.getByText('空席', { exact: true }).waitFor();
    await seat.getByText(/この地域で座れる機関 \d+：/).waitFor();
    const first = seat.getByRole('button', { name: /をこの席に加える/ }).first();
    const name = (await first.innerText()).replace('＋', '').trim();
    await picture(page, 'forum-vacant-desk', { fullPage: true });
    await assertAccessible(page);
    await first.click();
    await page.getByText('12席のうち1席').waitFor();
    await page.getByText(`${name} を加えました。`).waitFor();
    const families = page.getByRole('listitem').filter({ has: page.getByRole('heading', { level: 3, name: '当事者・家族' }) });
    await families.getByRole('button', { name: /に事業所・機関を加える/ }).click();
    await families.getByLabel('名簿にない機関の名前').fill('麦野市難病友の会');
    await families.getByRole('button', { name: '名前で加える' }).click();
    await page.getByText('12席のうち2席').waitFor();
    const { items } = await ask(house, cookie, 'GET', `/forums?area=${TOWN}`);
    const made = items.find((one) => one.name === '麦野市自立支援協議会');
    assert.deepEqual(made.members.map((member) => [member.seat, member.name]), [['care_management', name], ['persons', '麦野市難病友の会']]);
    await page.goto(`/forums?area=${TOWN}`);
    await page.getByText('空席 10').waitFor();
    await picture(page, 'forums-desk', { fullPage: true });
  });

  scenario('who leaves keeps a record and leaves a vacant seat; seats and days can be the own ones', async ({ page, context, house }) => {
    const cookie = await signedIn(context, house, 'chair', 'council', TOWN);
    const member = { seat: 'associations', office: null, name: '麦野市医師会', since: '2024-04-01', until: null };
    const { id } = await ask(house, cookie, 'POST', '/forums', { ...forum('麦野市地域ケア会議'), members: [member] });
    await page.goto(`/forums/${id}`);
    await page.getByText('10席のうち1席').waitFor();
    await page.getByRole('button', { name: '編集する' }).click();
    await page.getByLabel('麦野市医師会 いつまで', { exact: true }).fill('2025-03-31');
    await page.getByRole('button', { name: '開催日を加える' }).click();
    await page.getByLabel('開催日 2', { exact: true }).fill('2026-09-16');
    await page.getByRole('button', { name: 'ひな形をもとに、席を自分で決める' }).click();
    await page.getByRole('button', { name: '席を加える' }).click();
    await page.getByLabel('席 11 の名前', { exact: true }).fill('警察');
    await picture(page, 'forum-edit-desk', { fullPage: true });
    await assertAccessible(page);
    await page.getByRole('button', { name: '保存する' }).click();
    await page.getByText('保存しました。').waitFor();
    await page.getByText('11席のうち0席').waitFor();
    const shown = await ask(house, cookie, 'GET', `/forums/${id}`);
    assert.ok(shown.own_seats);
    assert.deepEqual(shown.meetings, ['2026-05-20', '2026-09-16']);
    assert.deepEqual(shown.members[0].until, '2025-03-31');
    await page.getByRole('button', { name: '削除する' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: '削除する' }).click();
    await page.getByRole('heading', { level: 1, name: '会議体' }).waitFor();
  });

  scenario('a member reads, a visitor is led to the door; it fits a phone', { size: PHONE }, async ({ page, context, house, expectError }) => {
    expectError(/40[13]/);
    const before = await context.cookies();
    const cookie = await signedIn(context, house, 'founder', 'council', TOWN);
    const { id } = await ask(house, cookie, 'POST', '/forums', forum('麦野市の集まり'));
    await page.goto(`/forums/${id}`);
    await page.getByRole('heading', { level: 1, name: '麦野市の集まり' }).waitFor();
    await assertFits(page);
    await picture(page, 'forum-phone', { fullPage: true });
    await context.clearCookies();
    await context.addCookies(before);
    await signedIn(context, house, 'reader', 'keeper', TOWN);
    await page.goto(`/forums/${id}`);
    await page.getByRole('heading', { level: 1, name: '麦野市の集まり' }).waitFor();
    await context.clearCookies();
    await page.goto(`/forums/${id}`);
    await page.getByRole('alert').waitFor();
    await page.goto('/forums');
    await page.getByText('会議体は、サインインした専門職の方がご覧になれます。', { exact: false }).waitFor();
    assert.ok(!(await rarer(page)).includes('会議体'));
    await assertAccessible(page);
  });
});
