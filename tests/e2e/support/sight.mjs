/** What every page must stand: nothing wider than the window, and no serious finding of axe. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import axe from 'axe-core';
import { OUTPUT } from './stage.mjs';

/** Elements that stick out of the window on a page that scrolls sideways. */
export async function assertFits(page) {
  const wide = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    return [...document.body.querySelectorAll('*')]
      .filter((element) => element.getBoundingClientRect().right > clientWidth + 1)
      .slice(0, 5)
      .map((element) => `${element.tagName} ${element.className} ends at ${element.getBoundingClientRect().right} of ${clientWidth}`);
  });
  assert.deepEqual(wide, [], `scrolls sideways: ${page.url()}`);
}

export async function assertAccessible(page) {
  // Evaluated, not added as a script: the content policy stays in force.
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }));
  const grave = violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.slice(0, 3).map(({ target, failureSummary }) => `${id}: ${target.join(' ')} — ${failureSummary}`));
  assert.deepEqual(grave, [], `axe at ${page.url()}`);
}

/** Keeps a picture to be judged by eye. */
export async function picture(page, name, options = {}) {
  await page.screenshot({ path: join(OUTPUT, `${name}.png`), ...options });
}
