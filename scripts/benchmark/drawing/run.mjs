/**
 * How soon networks stand on the screen, how they pan, and what they hold in memory: `run.mjs DIR`, where DIR has what
 * `hoshizu-benchmark-network drawing DIR` wrote and HOSHIZU_BIN names the program. The drawing alone beside plain sigma,
 * then the whole page `/network` with an answer of that size. No graphics card is used: a desk computer is faster.
 */
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { takeUp } from '../../../tests/e2e/support/account.mjs';
import { install, uninstall } from '../../../tests/e2e/support/installation.mjs';
import { answerOf } from './answer.mjs';
import { drag, heap, watch } from './watch.mjs';

const at = (path) => fileURLToPath(new URL(`../../../${path}`, import.meta.url));
const { chromium } = createRequire(at('tests/e2e/package.json'))('playwright-core');
const ARGUMENTS = ['--no-sandbox', '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--enable-precise-memory-info'];
/** What is promised of each size: seconds until it is drawn, megabytes of heap. */
const SIZES = [
  { name: '2k', title: '2,000 offices, 10,000 ties', seconds: 2, heap: 100 },
  { name: '5k', title: '5,000 offices, 50,000 ties', seconds: 5, heap: 100 },
];
const TIMES = 3;
const AREA = '48100';

/** The page of the drawing alone, bundled with what the product is bundled with. */
async function bundle(into) {
  const { build } = await import(pathToFileURL(at('frontend/node_modules/vite/dist/node/index.js')).href);
  const home = at('scripts/benchmark/drawing/');
  const libraries = {
    name: 'libraries-of-the-page',
    enforce: 'pre',
    async resolveId(source, importer) {
      const bare = /^[a-z@]/.test(source) && importer?.startsWith(home);
      return bare ? this.resolve(source, at('frontend/src/main.tsx'), { skipSelf: true }) : null;
    },
  };
  await build({ root: home, configFile: false, logLevel: 'warn', plugins: [libraries], build: { outDir: into, emptyOutDir: true } });
}

const TYPES = { html: 'text/html', js: 'text/javascript', json: 'application/json', css: 'text/css' };

async function serve(folders) {
  const server = createServer(async (request, response) => {
    const path = new URL(request.url, 'http://bench').pathname.replace(/^\/$/, '/index.html');
    for (const folder of folders) {
      const body = await readFile(join(folder, path)).catch(() => null);
      if (body) return void response.writeHead(200, { 'content-type': TYPES[path.split('.').at(-1)] ?? 'text/plain' }).end(body);
    }
    response.writeHead(404).end();
  });
  await new Promise((ready) => void server.listen(0, '127.0.0.1', ready));
  return server;
}

async function measured(context, ties, show) {
  const page = await context.newPage();
  await page.addInitScript(watch, ties);
  await show(page);
  const [given, drawn] = await page.evaluate(() => window.drawnAt());
  const frames = await drag(page);
  const held = await heap(page);
  await page.close();
  return { seconds: (drawn - given) / 1000, whole: drawn / 1000, frames, held };
}

const median = (values) => [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)];

function tell(what, runs, promise) {
  const seconds = median(runs.map((run) => run.seconds));
  const whole = promise ? `, ${median(runs.map((run) => run.whole)).toFixed(2)} s from the address` : '';
  const held = median(runs.map((run) => run.held));
  const frame = median(runs.map((run) => run.frames.median));
  const worst = median(runs.map((run) => run.frames.late));
  const asked = promise ? `  asked ${promise.seconds} s, ${promise.heap} MB` : '';
  console.log(
    `  ${what.padEnd(44)} ${seconds.toFixed(2).padStart(6)} s${whole}   heap ${held.toFixed(0).padStart(4)} MB   ` +
    `panning ${frame.toFixed(0).padStart(4)} ms a frame, 95 % within ${worst.toFixed(0)} ms${asked}`,
  );
}

async function several(show) {
  const runs = [];
  for (let run = 0; run < TIMES; run += 1) runs.push(await show());
  return runs;
}

const [dir] = process.argv.slice(2);
if (!dir) throw new Error('usage: run.mjs DIR');
await bundle(join(dir, 'drawing'));
const server = await serve([join(dir, 'drawing'), dir]);
const origin = `http://127.0.0.1:${server.address().port}`;
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ARGUMENTS });
const window = { viewport: { width: 1366, height: 768 } };
try {
  const house = await install('drawing');
  const [link] = (await house.user('add', 'hyoka', '--name', '評価 太郎', '--role', 'council', '--area', AREA)).split('\n');
  const member = await browser.newContext({ ...window, baseURL: house.origin, locale: 'ja-JP' });
  const door = await member.newPage();
  await takeUp(door, house.origin + new URL(link).pathname + new URL(link).hash);
  const pattern = await (await door.request.get(`/api/v1/network?area=${AREA}`)).json();
  await door.close();
  for (const { name, title, ...promise } of SIZES) {
    const region = JSON.parse(await readFile(join(dir, `drawing-${name}.json`), 'utf8'));
    console.log(`${title}, window 1366×768, median of ${TIMES}`);
    const alone = await browser.newContext(window);
    for (const who of ['sigma', 'ours']) {
      const runs = await several(() => measured(alone, region.ties.length, async (page) => {
        await page.goto(origin);
        await page.evaluate(([whose, address]) => window.draw(whose, address), [who, `/drawing-${name}.json`]);
      }));
      tell(who === 'sigma' ? 'plain sigma: data to picture' : 'our drawing: data to picture', runs);
    }
    await alone.close();
    const body = JSON.stringify(answerOf(pattern, region));
    await member.route('**/api/v1/network?*', (route) => route.fulfill({ contentType: 'application/json', body }));
    const runs = await several(() => measured(member, region.ties.length, (page) =>
      page.goto(`/network?area=${AREA}&view=graph&ego=none`)));
    await member.unroute('**/api/v1/network?*');
    tell(`/network, ${(body.length / 1e6).toFixed(1)} MB of answer: answer to picture`, runs, promise);
  }
} finally {
  await browser.close();
  await uninstall();
  server.close();
}
