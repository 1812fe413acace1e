/** つながり on the page of an office: who sees what, and ☆ set between surveys. */
import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { ask, signedIn } from '../support/people.mjs';
import { assertAccessible, assertFits, picture } from '../support/sight.mjs';
import { SIZES, scenario } from '../support/stage.mjs';

const on = 'ties';

/** A care manager's office, and another that no survey of the demo has joined to it. */
async function strangers(house, cookie, from) {
  const { items } = await house.api('/offices', { service: 'care-430', limit: 50, sort: 'name' });
  const office = items[from];
  const { ties } = await ask(house, cookie, 'GET', `/offices/${office.id}/ties`);
  const partner = items.slice(from + 1).find((one) => !ties.some((tie) => tie.office === one.id));
  return [office, partner];
}

/** The tie with an office in the list, which shows the first dozen only. */
async function tieWith(section, name) {
  const all = section.getByRole('button', { name: /件すべて見る$/ });
  if (await all.count() > 0) await all.click();
  return section.locator('.tie-list li', { has: section.page().getByRole('link', { name, exact: true }) });
}

describe('ties of an office', () => {
  scenario('a visitor is told that they are for professionals, and sees what the directory itself knows', { on }, async ({ page, house }) => {
    const { items } = await house.api('/offices', { service: 'care-430', limit: 50 });
    const office = items.find((one) => one.organization);
    await page.goto(`/offices/${office.id}`);
    const section = page.getByRole('region', { name: 'つながり', exact: true });
    await section.getByText('つながりは、この地域の専門職でサインインした方だけに表示します。').waitFor();
    await section.getByText('同じ法人・同じ建物・同じ番号の事業所').click();
    await section.getByText('つながりには数えません。', { exact: false }).waitFor();
  });

  for (const [name, size] of Object.entries(SIZES)) {
    scenario(`a professional reads since when and where else two offices meet, and goes on to the graph (${name})`, { on, size }, async ({ page, context, house }) => {
      const cookie = await signedIn(context, house, `reads-${name}`, 'council', '48100');
      const network = await ask(house, cookie, 'GET', '/network?area=48100');
      const degree = (node) => node.figures?.degree.mutual ?? 0;
      const office = network.nodes.reduce((most, node) => (degree(node) > degree(most) ? node : most));
      const { ties } = await ask(house, cookie, 'GET', `/offices/${office.id}/ties`);
      // Others were set between surveys, or each side told of them in another wave.
      const dated = ties.find(({ since }) => since !== null);
      await page.goto(`/offices/${office.id}`);
      const section = page.getByRole('region', { name: 'つながり', exact: true });
      const [year, month] = dated.since.split('-');
      await (await tieWith(section, dated.name)).getByText(`${year}年${Number(month)}月の調査から`).waitFor();
      const meets = ties.find(({ forums }) => forums.length > 0);
      if (meets) await (await tieWith(section, meets.name)).getByText(`ともに出る会議：${meets.forums[0].name}`, { exact: false }).waitFor();
      await assertFits(page);
      await section.scrollIntoViewIfNeeded();
      await picture(page, `ties-since-${name}`);
      await section.getByRole('link', { name: 'つながりの図で見る' }).click();
      await page.waitForURL(/\/network/);
      await page.getByRole('tab', { name: 'つながりの図', selected: true }).waitFor();
    });

    scenario(`a ☆ is set beside a partner, answered there, and taken back (${name})`, { on, size }, async ({ page, context, house }) => {
      const cookie = await signedIn(context, house, `kanri-${name}`, 'administrator');
      const [office, partner] = await strangers(house, cookie, size === SIZES.desk ? 0 : 10);
      await page.goto(`/offices/${office.id}`);
      const section = page.getByRole('region', { name: 'つながり', exact: true });
      await section.getByRole('combobox', { name: '一緒に動いている事業所を探す' }).pressSequentially(partner.name);
      await section.getByRole('option', { name: partner.name }).first().click();
      await section.getByRole('button', { name: '会議', exact: true }).click();
      await section.getByRole('button', { name: 'この相手に☆をつける' }).click();
      await section.getByText('☆をつけました。').waitFor();
      await section.getByText('相手の回答待ち').waitFor();
      await assertFits(page);
      await assertAccessible(page);
      await picture(page, `ties-${name}`, { fullPage: true });

      await page.goto(`/offices/${partner.id}`);
      await section.getByRole('group', { name: new RegExp(`${office.name} から☆がありました`) }).getByRole('button', { name: 'はい' }).click();
      await section.getByText('「はい」と回答済みです。').waitFor();
      await (await tieWith(section, office.name)).getByText('たがいに☆').waitFor();

      await page.goto(`/offices/${office.id}`);
      await section.getByText('相手の回答：はい').waitFor();
      await section.getByRole('button', { name: '☆を取り消す' }).click();
      await page.getByRole('alertdialog').getByRole('button', { name: '☆を取り消す' }).click();
      await section.getByText('相手の回答：はい').waitFor({ state: 'detached' });
      assert.equal(await (await tieWith(section, partner.name)).count(), 0, 'the tie is gone');
    });
  }
});
