/** Signing in as a person does it: one-time link, password, authenticator. */
import { createHmac } from 'node:crypto';

export const PASSWORD = '夜明け前に犬が三度ほえた';
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** The six digits an authenticator shows (RFC 6238), `steps` of 30 seconds from now. */
export function totp(secret, steps = 0) {
  const bits = [...secret].map((letter) => LETTERS.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const key = Buffer.from(bits.match(/.{8}/g).map((byte) => parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigInt64BE(BigInt(Math.floor(Date.now() / 30_000) + steps));
  const digest = createHmac('sha1', key).update(counter).digest();
  const word = digest.readUInt32BE(digest[19] & 15) & 0x7fffffff;
  return String(word % 1_000_000).padStart(6, '0');
}

/** Takes a one-time link up with a password. */
export async function takeUp(page, link, { login, name } = {}) {
  await page.goto(link);
  if (login) {
    await page.getByLabel('ログイン名').fill(login);
    await page.getByLabel('お名前').fill(name);
  }
  await page.getByLabel('パスワード', { exact: true }).fill(PASSWORD);
  await page.getByLabel('パスワード（もう一度）').fill(PASSWORD);
  await page.getByRole('button', { name: '決定して始める' }).click();
  await page.getByRole('heading', { level: 1, name: '自分の設定' }).waitFor();
}

/** Enrols an authenticator on the page of the own account; returns its secret. */
export async function enrol(page) {
  const section = page.getByRole('region', { name: '二つ目の確認' });
  await section.getByLabel('いまのパスワード').fill(PASSWORD);
  await section.getByRole('button', { name: '認証アプリを登録する' }).click();
  const secret = await section.locator('[data-secret]').innerText();
  await section.getByLabel('6桁の数字').fill(totp(secret));
  await section.getByRole('button', { name: '登録する', exact: true }).click();
  await section.getByRole('heading', { name: '予備コードを控えてください' }).waitFor();
  return secret;
}

/** Signs in at the door. */
export async function enter(page, login, code) {
  await page.goto('/sign-in');
  await page.getByLabel('ログイン名').fill(login);
  await page.getByLabel('パスワード', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'サインイン', exact: true }).click();
  if (code) {
    await page.getByLabel('確認コード').fill(code);
    await page.getByRole('button', { name: 'サインイン', exact: true }).click();
  }
}

const administrators = new Map();

/**
 * An administrator of this installation, signed in on this page. The first time an account is made from the terminal;
 * after that its browser's cookies are used again, because an authenticator's code is good once in 30 seconds.
 */
export async function administrator(page, house) {
  const known = administrators.get(house.origin);
  if (known) {
    await page.context().addCookies(known);
    return;
  }
  const [link] = (await house.user('add', 'kanri', '--name', '星野 花子', '--role', 'administrator')).split('\n');
  await takeUp(page, house.origin + new URL(link).pathname + new URL(link).hash, {});
  await enrol(page);
  administrators.set(house.origin, await page.context().cookies());
}
