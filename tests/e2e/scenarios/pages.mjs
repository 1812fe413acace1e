/** Every page at both sizes: no sideways scrolling, no serious finding of axe, and a picture to judge by eye. */
import { describe } from 'node:test';
import { brokenKaigo, unknownList } from '../support/files.mjs';
import { drawn } from '../support/map.mjs';
import { signIn, somewhere, upload } from '../support/operator.mjs';
import { assertAccessible, assertFits, picture } from '../support/sight.mjs';
import { SIZES, scenario, until } from '../support/stage.mjs';

const on = 'workbench';

async function office(house, filters) {
  const { items } = await house.api('/offices', { limit: 50, ...filters });
  return items.find((one) => one.position && one.organization) ?? items[0];
}

/** Pictures are taken of finished maps. */
async function mapsDrawn(page) {
  if (await page.locator('.map-canvas').count() > 0) await drawn(page);
  for (const small of await page.locator('.mini-map').all()) await until(() => small.getAttribute('data-ready').then((ready) => ready === 'true'), 'a small map');
}

/** Name of the picture, and how to get there. `whole` pictures show the page to its end. */
const PAGES = [
  { name: 'start', whole: true, go: (page) => page.goto('/') },
  { name: 'start-english', whole: true, go: (page) => page.goto('/?lang=en') },
  { name: 'search', go: (page) => page.goto('/search') },
  { name: 'search-words', go: (page) => page.goto('/search?q=訪問看護&area=48101&open=saturday') },
  { name: 'search-english', go: (page) => page.goto('/search?system=care,disability&lang=en') },
  { name: 'search-nothing', go: (page) => page.goto('/search?q=訪問&system=disability&service=care-120&open=holiday') },
  { name: 'suggestions', go: async (page) => {
    await page.goto('/search');
    await page.getByRole('combobox').first().pressSequentially('訪問');
    await page.getByRole('listbox').waitFor();
  } },
  { name: 'map-chosen', go: async (page, house) => {
    const { id, position } = await office(house, { both_systems: 'true' });
    await page.goto(`/search?view=map&sel=${id}&map=15,${position.lat},${position.lon}`);
    await page.getByRole('complementary', { name: '選んだ事業所' }).waitFor();
  } },
  { name: 'map-town', go: (page) => page.goto('/search?view=map&map=12,33.59,142.98') },
  { name: 'filter-service', go: async (page) => {
    await page.goto('/search');
    const small = page.getByRole('button', { name: '絞り込み' });
    const large = page.getByRole('button', { name: /^サービス/ });
    await small.or(large).first().click();
    await page.getByRole('dialog').waitFor();
  } },
  { name: 'filter-area', desk: true, go: async (page) => {
    await page.goto('/search?area=48101');
    await page.getByRole('button', { name: /^市区町村・圏域/ }).click();
    await page.getByRole('dialog').waitFor();
  } },
  { name: 'filter-near', desk: true, go: async (page) => {
    await page.goto('/search?near=33.59,142.98&radius_m=5000&sort=distance');
    await page.getByRole('button', { name: /^近く/ }).click();
    await page.getByRole('dialog').waitFor();
  } },
  { name: 'office-both', whole: true, go: async (page, house) => page.goto(`/offices/${(await office(house, { both_systems: 'true' })).id}`) },
  { name: 'office-desk-of-town', whole: true, go: async (page, house) => page.goto(`/offices/${(await office(house, { system: 'municipal' })).id}`) },
  { name: 'office-sources', whole: true, go: async (page, house) => {
    await page.goto(`/offices/${(await office(house, { kyosei: 'true' })).id}`);
    await page.locator('summary').filter({ hasText: '項目ごとの出典を見る' }).click();
  } },
  { name: 'organizations', go: (page) => page.goto('/organizations') },
  { name: 'organization', whole: true, go: async (page, house) => {
    const { items } = await house.api('/organizations', { limit: 50 });
    await page.goto(`/organizations/${items.sort((a, b) => b.offices - a.offices)[0].id}`);
  } },
  { name: 'import-key', go: (page) => page.goto('/import') },
  { name: 'import-upload', whole: true, go: signIn },
  { name: 'import-preview', whole: true, go: async (page, house) => {
    await signIn(page, house);
    await upload(page, brokenKaigo({ ...(await somewhere(house)), name: 'すばるケアプラン' }));
    await page.getByRole('article').getByText(/名称の列を埋めてください|取り込めない行/).first().waitFor();
  } },
  { name: 'import-mapping', whole: true, go: async (page, house) => {
    await signIn(page, house);
    const list = unknownList({ ...(await somewhere(house)), name: 'すばる商店' });
    const other = { ...list, name: '別の一覧.csv', buffer: Buffer.from(list.buffer.toString().replace('ひとこと', '一言')) };
    await upload(page, other);
    await page.getByRole('region', { name: '列の対応づけ' }).waitFor();
  } },
  { name: 'about', whole: true, go: (page) => page.goto('/about') },
  { name: 'not-found', go: (page) => page.goto('/nowhere') },
];

for (const [size, viewport] of Object.entries(SIZES)) {
  describe(`pages on a ${size}, ${viewport.width}×${viewport.height}`, () => {
    for (const { name, whole = false, desk = false, go } of PAGES) {
      if (desk && size !== 'desk') continue;
      scenario(name, { on, map: true, size: viewport }, async ({ page, house }) => {
        await go(page, house);
        await page.getByRole('heading').first().waitFor();
        await page.waitForLoadState('networkidle');
        await mapsDrawn(page);
        await picture(page, `${name}-${size}`, { fullPage: whole });
        await assertFits(page);
        await assertAccessible(page);
      });
    }
  });
}
