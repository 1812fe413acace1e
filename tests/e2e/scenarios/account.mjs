/** Accounts as people meet them: set-up link, password, authenticator, invitation, sign-in, wall, table of permissions. */
import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { PASSWORD, administrator, enrol, enter, takeUp, totp } from '../support/account.mjs';
import { rarer } from '../support/menu.mjs';
import { DESK, PHONE, picture, scenario, until } from '../support/stage.mjs';

const on = 'town';

async function signOut(page) {
  await page.getByRole('button', { name: /さんのメニュー$/ }).click();
  await page.getByRole('menuitem', { name: 'サインアウト' }).click();
  await page.getByRole('link', { name: 'サインイン', exact: true }).waitFor();
}

describe('account', () => {
  scenario('set-up link, password, authenticator, invitation by slip, member signs in', { on: 'fresh' }, async ({ page, context, house, expectError }) => {
    expectError(/410|401/);
    const link = await house.setupLink();
    const asked = [];
    context.on('request', (request) => asked.push(request.url(), request.headers().referer ?? ''));
    await takeUp(page, link, { login: 'kanri', name: '星野 花子' });
    const token = link.split('#')[1];
    assert.ok(!page.url().includes(token) && !asked.some((url) => url.includes(token)), 'the token leaves the address and reaches no log');
    await page.getByText('二つ目の確認（認証アプリ）が必要です').waitFor();
    const secret = await enrol(page);
    await picture(page, 'account-recovery-codes');
    await page.getByRole('button', { name: '控えました' }).click();

    await page.getByRole('button', { name: /さんのメニュー$/ }).click();
    await page.getByRole('menuitem', { name: '利用者の管理' }).click();
    await page.getByRole('button', { name: '利用者を招待する' }).click();
    const form = page.locator('form').filter({ hasText: '利用者を招待する' });
    await form.getByLabel('ログイン名').fill('taro');
    await form.getByLabel('お名前').fill('天野 太郎');
    const places = form.getByRole('combobox', { name: '事業所の名前でさがす' });
    await places.fill('ケアプラン');
    await form.getByRole('listbox').getByRole('option').first().click();
    await form.getByText('事業所の職員').first().waitFor();
    await picture(page, 'accounts-invite');
    await form.getByRole('button', { name: '登録して用紙を作る' }).click();
    await page.getByRole('heading', { name: '星図 利用者登録のご案内' }).waitFor();
    const code = await page.locator('[data-code]').innerText();
    await page.getByRole('img', { name: /QRコード/ }).waitFor();
    await picture(page, 'accounts-slip');
    await signOut(page);

    await page.goto('/invitation');
    await page.getByLabel('登録コード').fill(code.toLowerCase().replaceAll('-', ' '));
    await page.getByRole('button', { name: '次へ' }).click();
    await page.getByText('天野 太郎 さん、ようこそ').waitFor();
    await picture(page, 'invitation', [DESK, PHONE]);
    await page.getByLabel('パスワード', { exact: true }).fill(PASSWORD);
    await page.getByLabel('パスワード（もう一度）').fill(PASSWORD);
    await page.getByRole('button', { name: '決定して始める' }).click();
    await page.getByRole('heading', { level: 1, name: '自分の設定' }).waitFor();
    await picture(page, 'account', [DESK, PHONE]);
    await signOut(page);

    await page.goto('/invitation');
    await page.getByLabel('登録コード').fill(code);
    await page.getByRole('button', { name: '次へ' }).click();
    await page.getByText('すでに使われたか').waitFor();

    await enter(page, 'taro');
    await page.getByRole('button', { name: '天野 太郎 さんのメニュー' }).waitFor();
    assert.equal((await rarer(page)).includes('データの取り込み'), false, 'a member imports nothing');
    await signOut(page);
    await enter(page, 'kanri', totp(secret, 1));
    await page.getByRole('button', { name: '星野 花子 さんのメニュー' }).waitFor();
    assert.equal((await rarer(page)).includes('データの取り込み'), true, 'an administrator imports');
  });

  scenario('a wrong password is refused in words, and many make one wait', { on }, async ({ page, house, expectError }) => {
    expectError(/401|429/);
    await house.user('add', 'nobody-yet', '--role', 'council');
    await page.goto('/sign-in');
    await picture(page, 'sign-in', [DESK, PHONE]);
    await page.getByLabel('ログイン名').fill('nobody-yet');
    await page.getByLabel('パスワード', { exact: true }).fill('ちがうパスワード');
    const press = () => page.getByRole('button', { name: 'サインイン', exact: true }).click();
    await press();
    await page.getByText(/いずれかが違います/).waitFor();
    await until(async () => {
      await press();
      return page.getByText(/あと\d+秒ほど/).isVisible();
    }, 'a wait in words');
  });

  scenario('a page asked for before signing in is the page afterwards, and no other server', { on }, async ({ page, house }) => {
    await administrator(page, house);
    for (const next of ['//evil.example/x', 'https://evil.example', '/\\evil.example', '/%09/evil.example']) {
      await page.goto(`/sign-in?next=${encodeURIComponent(next)}`);
      await until(() => !new URL(page.url()).pathname.startsWith('/sign-in'), 'led on');
      assert.equal(new URL(page.url()).origin, house.origin, next);
    }
    await page.goto('/sign-in?next=/organizations?q=a');
    await page.waitForURL('**/organizations?q=a');
  });

  scenario('where visitors see nothing, every page leads to the door and back', { on: 'closed', settings: ['--public', 'nothing'] }, async ({ page, house, context }) => {
    await page.goto('/search?q=訪問');
    await page.getByRole('heading', { level: 1, name: 'サインイン' }).waitFor();
    await page.getByText('登録された方だけがご覧になれます').waitFor();
    assert.equal(decodeURI(new URL(page.url()).searchParams.get('next')), '/search?q=訪問');
    const answer = await context.request.get('/api/v1/offices');
    assert.equal(answer.status(), 401, 'the server itself gives nothing');
    await administrator(page, house);
    await page.goto('/sign-in?next=/search?q=訪問');
    await page.getByRole('combobox', { name: /探す$/ }).waitFor();
  });

  scenario('accounts are found, opened, closed and opened again', { on, size: DESK }, async ({ page, house }) => {
    await administrator(page, house);
    await house.user('add', 'hikari', '--name', '光 さくら', '--role', 'council');
    await page.goto('/admin/accounts?q=hikari');
    await picture(page, 'accounts', [DESK, PHONE]);
    await page.getByRole('link', { name: '光 さくら' }).click();
    await page.getByRole('button', { name: '用紙を作る' }).click();
    await page.getByRole('heading', { name: '星図 利用者登録のご案内' }).waitFor();
    await page.getByRole('button', { name: '閉じる' }).click();
    await picture(page, 'account-managed', [DESK, PHONE]);
    await page.getByRole('button', { name: '利用を停止する' }).click();
    const question = page.getByRole('alertdialog');
    await question.getByRole('button', { name: '利用を停止する' }).click();
    await page.getByText('停止', { exact: true }).waitFor();
    await page.getByRole('button', { name: '利用を再開する' }).click();
    await page.getByText('招待中', { exact: true }).waitFor();
  });

  scenario('the slip fits one sheet of A4', { on }, async ({ page, house }) => {
    await administrator(page, house);
    await page.goto('/admin/accounts?q=kanri');
    await page.getByRole('link', { name: '星野 花子' }).click();
    await page.getByRole('button', { name: '用紙を作る' }).click();
    await page.getByRole('heading', { name: '星図 パスワード再設定のご案内' }).waitFor();
    const pdf = await page.pdf({ preferCSSPageSize: true });
    assert.equal((pdf.toString('latin1').match(/\/Type \/Page\b/g) ?? []).length, 1);
  });

  scenario('everybody can read who may do what', { on, size: PHONE }, async ({ page }) => {
    await page.goto('/permissions');
    await page.getByRole('row', { name: /ファイルを取り込む — — — — 担当のみ ○/ }).waitFor();
    await picture(page, 'permissions', [DESK, PHONE]);
  });
});
