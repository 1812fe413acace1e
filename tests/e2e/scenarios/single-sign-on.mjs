/** Single sign-on against a real provider: whom it lets in here, and whom not. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe } from 'node:test';
import { provide } from '../support/provider.mjs';
import { scenario } from '../support/stage.mjs';

let provider;
after(() => provider?.close());

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

/** Starts the provider, and says how a server is set up that trusts it. */
async function settings() {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const secret = 'between the two';
  provider = await provide({ redirect: `${origin}/api/v1/session/oidc/return`, secret });
  const folder = await mkdtemp(join(tmpdir(), 'hoshizu-oidc-'));
  await writeFile(join(folder, 'secret'), `${secret}\n`);
  const text = [
    `url = "${origin}"`, '[oidc]', `issuer = "${provider.issuer}"`, 'client_id = "hoshizu"',
    `client_secret_file = ${JSON.stringify(join(folder, 'secret'))}`, 'name = "職員認証"',
  ];
  await writeFile(join(folder, 'hoshizu.toml'), text.join('\n'));
  return ['--config', join(folder, 'hoshizu.toml'), '--listen', `127.0.0.1:${port}`];
}

const button = (page) => page.getByRole('link', { name: '職員認証でサインイン' });
const signedIn = (page) => page.getByRole('button', { name: /さんのメニュー$/ });

/** The browser goes to the provider and back, which no other scenario may. */
function toProvider(expectError) {
  expectError(/outside request http:\/\/127\.0\.0\.1:/);
}

describe('single sign-on', () => {
  const where = { on: 'sso', settings };
  scenario('an account is found by its verified address, and by its subject from then on', where, async ({ page, context, house, expectError }) => {
    toProvider(expectError);
    await house.user('add', 'taro', '--name', '天野 太郎', '--email', 'taro@example.jp', '--role', 'council');
    provider.who({ sub: 'p-1', email: 'Taro@example.jp', email_verified: true });
    await page.goto('/sign-in?next=/organizations');
    await button(page).click();
    await page.waitForURL('**/organizations');
    await page.getByRole('button', { name: '天野 太郎 さんのメニュー' }).waitFor();
    await context.clearCookies();
    provider.who({ sub: 'p-1', email: 'moved@example.jp', email_verified: false });
    await page.goto('/sign-in');
    await button(page).click();
    await page.getByRole('button', { name: '天野 太郎 さんのメニュー' }).waitFor();
  });

  scenario('nobody is let in by an address that is not verified, unknown, or bound to somebody else', where, async ({ page, context, house, expectError }) => {
    toProvider(expectError);
    await house.user('add', 'jiro', '--email', 'jiro@example.jp', '--role', 'council');
    for (const person of [
      { sub: 'p-2', email: 'jiro@example.jp', email_verified: false },
      { sub: 'p-3', email: 'nobody@example.jp', email_verified: true },
      { sub: 'p-4', email: 'taro@example.jp', email_verified: true },
    ]) {
      await context.clearCookies();
      provider.who(person);
      await page.goto('/sign-in');
      await button(page).click();
      await page.getByText(/サインインできませんでした/).waitFor();
      assert.equal(await signedIn(page).count(), 0, person.sub);
    }
    assert.doesNotMatch(await house.user('list'), /nobody|p-3/, 'no account is made');
  });

  scenario('an answer to a question of another browser opens nothing', where, async ({ page, browser, house, expectError }) => {
    toProvider(expectError);
    provider.who({ sub: 'p-1', email: 'taro@example.jp', email_verified: true });
    // The attacker stops before the answer and sends its address to the victim.
    const attacker = await browser.newContext();
    let answer = `${house.origin}/api/v1/session/oidc`;
    while (!answer.includes('/session/oidc/return')) {
      const step = await attacker.request.get(answer, { maxRedirects: 0 });
      answer = new URL(step.headers().location, answer).href;
    }
    await attacker.close();
    assert.match(answer, /code=/);
    await page.goto(answer);
    await page.getByText(/サインインできませんでした/).waitFor();
    assert.equal(await signedIn(page).count(), 0);
    await page.goto('/api/v1/session/oidc/return?code=guess&state=guess');
    await page.getByText(/サインインできませんでした/).waitFor();
  });

  scenario('going to the provider and back leads to our own page only', where, async ({ page, house, expectError }) => {
    toProvider(expectError);
    provider.who({ sub: 'p-1', email: 'taro@example.jp', email_verified: true });
    await page.goto('/api/v1/session/oidc?next=//evil.example/x');
    await signedIn(page).waitFor();
    assert.equal(page.url(), `${house.origin}/`);
  });
});
