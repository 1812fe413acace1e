/** Somebody signed in: an account made in the installation's database, its session in the browser's cookies. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
/** `cargo build -p hoshizu-tests --examples`; `scripts/test` has built them with the tests. */
const EXAMPLES = process.env.HOSHIZU_EXAMPLES ?? `${ROOT}target/debug/examples`;
const run = promisify(execFile);

/** The cookie of somebody of this role, everywhere or in one area; the login must be new. */
export async function sessionOf(house, login, role, area) {
  const { stdout } = await run(`${EXAMPLES}/signed_in`, [house.data, login, role, ...(area ? [area] : [])]);
  return stdout.trim();
}

/** Signs the context in as such a person. */
export async function signedIn(context, house, login, role, area) {
  const cookie = await sessionOf(house, login, role, area);
  const [name, value] = cookie.split('=');
  await context.addCookies([{ name, value, url: house.origin }]);
  return cookie;
}

/** Puts so many questions into the queue. */
export const raiseQuestions = (house, count) => run(`${EXAMPLES}/questions`, [house.data, String(count)]);

/** Asks the API in somebody's name, as the page would. */
export async function ask(house, cookie, method, path, body) {
  const answer = await fetch(`${house.origin}/api/v1${path}`, {
    method, headers: { cookie, 'x-hoshizu': '1', 'content-type': 'application/json' }, body: body ? JSON.stringify(body) : undefined,
  });
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
  return answer.status === 204 ? null : answer.json();
}
