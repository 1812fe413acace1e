/** A browser, and scenarios that each get a fresh page which notices outside requests, errors and refused content. */
import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { checkProgram, install, uninstall } from './installation.mjs';

export const OUTPUT = fileURLToPath(new URL('../output/', import.meta.url));
export const DESK = { width: 1366, height: 768 };
export const PHONE = { width: 390, height: 844 };
export const SIZES = { desk: DESK, phone: PHONE };

const ARGUMENTS = [
  '--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update',
  '--disable-sync', '--use-angle=swiftshader', '--enable-unsafe-swiftshader',
];
/** For one thing to appear; generous, because maps are drawn without a graphics card, perhaps beside other work. */
const WAIT = 30_000;

let browser;
const installations = new Map();

before(async () => {
  await checkProgram();
  await mkdir(OUTPUT, { recursive: true });
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ARGUMENTS });
  await installation('demo');
}, { timeout: 240_000 });

after(async () => {
  await browser?.close();
  await uninstall();
});

/** An installation by name, started when first asked for: `empty` holds nothing, every other the demo prefecture. */
function installation(name, settings) {
  if (!installations.has(name)) installations.set(name, install(name, { empty: name === 'empty', settings }));
  return installations.get(name);
}

/**
 * One scenario: `scenario('what holds', { map: true }, async ({ page, house, expectError }) => …)`.
 * It fails too when the page asked another server, logged an error or broke the content policy.
 * Without `map` the browser has no WebGL: drawing is the dear part, and the pages stand without it.
 */
export function scenario(name, ...rest) {
  const act = rest.pop();
  const { on = 'demo', settings = [], size = DESK, map = false, options = {}, timeout = 120_000 } = rest[0] ?? {};
  test(name, { timeout }, async () => {
    const house = await installation(on, settings);
    const context = await browser.newContext({
      viewport: size, baseURL: house.origin, locale: 'ja-JP', timezoneId: 'Asia/Tokyo', reducedMotion: 'reduce',
      hasTouch: size === PHONE, isMobile: size === PHONE, ...options,
    });
    if (!map) await context.addInitScript(withoutWebGL);
    const faults = watch(context, house.origin);
    const page = await context.newPage();
    page.setDefaultTimeout(WAIT);
    try {
      await act({ page, context, house, expectError: faults.expect });
      assert.deepEqual(faults.found(), [], 'outside requests, errors or refused content');
    } catch (error) {
      const file = join(OUTPUT, 'failed', `${name.replaceAll(/[^\p{L}\p{N}]+/gu, '-').slice(0, 80)}.png`);
      await page.screenshot({ path: file }).catch(() => undefined);
      const seen = faults.found();
      error.stack += `\n  at ${decodeURI(page.url())}, picture: ${file}${seen.length ? `\n  the page: ${seen.join('\n  ')}` : ''}`;
      throw error;
    } finally {
      await context.close();
    }
  });
}

function withoutWebGL() {
  const own = HTMLCanvasElement.prototype.getContext;
  HTMLCanvasElement.prototype.getContext = function getContext(kind, ...rest) {
    return kind.startsWith('webgl') ? null : own.call(this, kind, ...rest);
  };
}

function watch(context, origin) {
  const found = [];
  const expected = [];
  const own = (url) => ['blob:', 'data:', 'about:'].some((scheme) => url.startsWith(scheme)) || new URL(url).origin === origin;
  context.on('request', (request) => {
    if (!own(request.url())) found.push(`outside request ${request.url()}`);
  });
  context.on('console', (message) => {
    if (message.type() === 'error') found.push(`console: ${message.text()} ${message.location().url}`);
  });
  context.on('weberror', (error) => found.push(`uncaught: ${error.error().message}`));
  context.on('response', (response) => {
    if (response.status() >= 500) found.push(`${response.status()} ${response.url()}`);
  });
  return {
    /** An error the scenario provokes, as the 401 after a wrong key. */
    expect: (pattern) => expected.push(pattern),
    found: () => found.filter((fault) => !expected.some((pattern) => pattern.test(fault))),
  };
}

/** Waits until a condition holds; for what has no element of its own (addresses, pixels). */
export async function until(condition, what, patience = WAIT) {
  const end = Date.now() + patience;
  for (;;) {
    const value = await condition();
    if (value) return value;
    if (Date.now() > end) assert.fail(`never: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Pictures of the page in these sizes, for eyes to judge. */
export async function picture(page, name, sizes = [DESK]) {
  const before = page.viewportSize();
  for (const size of sizes) {
    await page.setViewportSize(size);
    await page.screenshot({ path: join(OUTPUT, `${name}-${size.width}.png`), fullPage: true });
  }
  await page.setViewportSize(before);
}

/** Parameters of the page's address. */
export const query = (page) => Object.fromEntries(new URL(page.url()).searchParams);
