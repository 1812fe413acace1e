/** もしも: put, close and tie by keyboard; the address holds the question; visitors see nothing of ties. */
import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { ask, signedIn } from '../support/people.mjs';
import { assertAccessible, assertFits, picture } from '../support/sight.mjs';
import { SIZES, query, scenario, until } from '../support/stage.mjs';

const AREA = '48100';
const answer = (page) => page.getByRole('table').first();

describe('what if', () => {
  scenario('an office is put into a town by keyboard alone, and the address says so', async ({ page, house }) => {
    const { towns } = await house.api('/gaps/choices', { area: AREA, service: 'care-110' });
    const place = { town: towns[0].name, at: towns[0].at };
    await page.goto(`/gaps/what-if?area=${AREA}&service=care-110`);
    await page.getByLabel('置く町').focus();
    await page.keyboard.press('ArrowDown');
    await until(() => query(page).at === `${place.at.lat},${place.at.lon}`, 'the town in the address');
    const { rows } = await house.api('/gaps/what-if', { area: AREA, service: 'care-110', place: `${place.at.lat},${place.at.lon}` });
    assert.equal(rows[0].after.offices, rows[0].before.offices + 1);
    await page.getByText(`${rows[0].name}の事業所は、${rows[0].before.offices}か所から${rows[0].after.offices}か所になります。`).waitFor();
    assert.equal(await answer(page).locator('tbody tr').count(), rows.length);
    await page.reload();
    await page.getByRole('heading', { name: new RegExp(`${place.town}の近くに置いたら`) }).waitFor();
    assert.equal(await page.getByRole('radio', { name: '引き合わせる' }).count(), 0, 'nothing of ties for visitors');
    await assertAccessible(page);
  });

  scenario('an office is put by a click on the map', { map: true }, async ({ page }) => {
    await page.goto(`/gaps/what-if?area=${AREA}&service=care-110`);
    const map = page.locator('.what-if-map canvas.maplibregl-canvas');
    await map.waitFor();
    await until(async () => {
      await map.click();
      return query(page).at !== undefined;
    }, 'a point in the address');
    await page.getByRole('heading', { name: /の近くに置いたら$/ }).waitFor();
    assert.equal(await page.getByLabel('置く町').locator('option:checked').innerText(), '地図で選んだところ');
  });

  scenario('the best places are checked, and one of them is tried', async ({ page }) => {
    await page.goto(`/gaps/what-if?area=${AREA}&service=care-110&act=new&count=1`);
    await page.getByText('最良の組み合わせと同じです', { exact: false }).waitFor();
    await page.getByRole('button', { name: /に置いて数字を見る$/ }).first().press('Enter');
    await until(() => query(page).act === undefined || query(page).act === 'place', 'the other question');
    await page.getByRole('heading', { name: /の近くに置いたら$/ }).waitFor();
    assert.match(query(page).at, /^[\d.]+,[\d.]+$/);
  });

  scenario('whoever reads the matrix sees what becomes of ties', async ({ page, context, house }) => {
    const cookie = await signedIn(context, house, 'whatif', 'council', AREA);
    const { offices } = await house.api('/gaps/choices', { area: AREA, service: 'care-430' });
    const told = await ask(house, cookie, 'GET', `/gaps/what-if/ties?area=${AREA}&close=${offices[0].id}`);
    await page.goto(`/gaps/what-if?area=${AREA}&act=close`);
    await page.getByLabel('なくなる事業所').selectOption(offices[0].id);
    await page.getByRole('heading', { name: 'つながりの数字' }).waitFor();
    await page.getByRole('heading', { name: `${offices[0].name}がなくなったら` }).waitFor();
    await page.getByText(told.left_alone.length > 0 ? `いなくなる事業所が${told.left_alone.length}か所` : '他制度の相手がいなくなる事業所はありません').waitFor();
    await page.getByRole('radio', { name: '引き合わせる' }).check();
    const { offices: others } = await house.api('/gaps/choices', { area: AREA, service: 'disability-52' });
    const guests = [offices[0], offices[1], others.find(({ id }) => id !== offices[0].id && id !== offices[1].id)];
    for (const [at, guest] of guests.entries()) {
      if (at === 2) await page.getByLabel('サービス', { exact: true }).selectOption('disability-52');
      await page.getByLabel('加える事業所').selectOption(guest.id);
      await page.getByRole('button', { name: '加える', exact: true }).press('Enter');
      await page.getByRole('button', { name: `${guest.name}を外す` }).waitFor();
    }
    assert.equal(query(page).guests, guests.map(({ id }) => id).join(','));
    const meeting = await ask(house, cookie, 'GET', `/gaps/what-if/ties?area=${AREA}&meeting=${query(page).guests}`);
    await page.getByText(`3か所が知り合い、3組がつながったものとして計算します。このうち${meeting.meeting_new}組は`).waitFor();
    await picture(page, 'what-if-meeting');
    await page.getByRole('button', { name: `${guests[2].name}を外す` }).press('Enter');
    await page.getByText('2か所が知り合い、1組がつながった').waitFor();
    await assertAccessible(page);
  });

  for (const [size, viewport] of Object.entries(SIZES)) {
    for (const [name, more] of [['places', '&act=new'], ['english', '&act=new&lang=en']]) {
      scenario(`what if ${name} at ${size} size fits and is accessible`, { size: viewport }, async ({ page }) => {
        await page.goto(`/gaps/what-if?area=${AREA}&service=care-110${more}`);
        await answer(page).waitFor();
        await assertFits(page);
        await assertAccessible(page);
        await picture(page, `what-if-${name}-${size}`);
      });
    }
  }
});
