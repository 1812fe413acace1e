/** The built program with a data folder of its own, served on a free port. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { access, constants, cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const PROGRAM = process.env.HOSHIZU_BIN ?? join(ROOT, 'target/debug/hoshizu');
/** Loading the demo takes 10 s in a debug build on two cores; other work may share them. */
const PATIENCE = 180_000;

let folder;
const running = [];
// A run that is cut short leaves no server behind.
process.once('exit', () => running.forEach(({ child }) => child.kill('SIGKILL')));
process.once('SIGTERM', () => process.exit(143));

/** Fails early and in words when there is nothing to test. */
export async function checkProgram() {
  await access(PROGRAM, constants.X_OK).catch(() => {
    throw new Error(`${PROGRAM} is not there: run cargo build, or name the program in HOSHIZU_BIN`);
  });
}

function start(data, ...args) {
  // Settings of a server on this machine must not reach the tests.
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('HOSHIZU_')));
  const child = spawn(PROGRAM, [...args, '--data-dir', data], {
    env: { ...env, HOSHIZU_LOG: 'warn' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = [];
  child.stderr.setEncoding('utf8').on('data', (text) => said.push(text));
  return { child, said: () => said.join('') };
}

/** Loads the demo once; each installation gets a copy, because an import changes what is in it. */
async function demo() {
  folder ??= (async () => {
    const made = await mkdtemp(join(tmpdir(), 'hoshizu-e2e-'));
    const { child, said } = start(join(made, 'prepared'), 'demo');
    child.stdout.resume();
    const late = setTimeout(() => child.kill('SIGKILL'), PATIENCE);
    const [code] = await once(child, 'exit');
    clearTimeout(late);
    if (code !== 0) throw new Error(`hoshizu demo ended with ${code}: ${said()}`);
    return made;
  })();
  return folder;
}

/** Serves a fresh copy of the demo prefecture, or with `empty` an installation without data. */
export async function install(name, { empty = false, settings = [] } = {}) {
  const base = await demo();
  const data = join(base, name);
  if (!empty) await cp(join(base, 'prepared'), data, { recursive: true });
  const { child, said } = start(data, 'serve', '--listen', '127.0.0.1:0', ...settings);
  const ended = once(child, 'exit');
  running.push({ child, ended });
  const lines = createInterface({ input: child.stdout });
  const first = await Promise.race([
    once(lines, 'line').then(([line]) => line),
    ended.then(([code]) => { throw new Error(`hoshizu serve ended with ${code}: ${said()}`); }),
  ]);
  const origin = new URL(first).origin;
  await checkPage(origin);
  return {
    origin,
    /** What the server warned of so far. */
    log: said,
    /** The link that makes the first administrator, as the server wrote it for whoever started it. */
    setupLink: async () => (await readFile(join(data, 'setup.link'), 'utf8')).trim(),
    /** `hoshizu user …` beside the running server; what it printed. */
    user: (...args) => told(data, 'user', ...args),
    /** Asks the API: `api('/offices', { q: '訪問' })`. */
    api: async (path, query = {}) => {
      const answer = await fetch(`${origin}/api/v1${path}?${new URLSearchParams(query)}`);
      if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
      return answer.json();
    },
  };
}

/** Runs a command of the program to its end. */
async function told(data, ...args) {
  const { child, said } = start(data, ...args);
  const lines = [];
  child.stdout.setEncoding('utf8').on('data', (text) => lines.push(text));
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`hoshizu ${args.join(' ')} ended with ${code}: ${said()}`);
  return lines.join('');
}

async function checkPage(origin) {
  const html = await (await fetch(origin)).text();
  if (!html.includes('id="root"')) {
    throw new Error('the program holds no page: npm --prefix frontend run build, then cargo build');
  }
}

/** Ends every server and removes every data folder. */
export async function uninstall() {
  for (const { child } of running) child.kill('SIGTERM');
  await Promise.all(running.map(async ({ child, ended }) => {
    const late = setTimeout(() => child.kill('SIGKILL'), 10_000);
    await ended;
    clearTimeout(late);
  }));
  if (folder) await rm(await folder.catch(() => ''), { recursive: true, force: true });
}
