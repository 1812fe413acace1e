/** What a page does with its canvases and its memory, seen from outside. */

/** Runs in the page, before it: notes when so many ties were drawn the first time, the graphics being done with them. */
export function watch(ties) {
  let done;
  const first = new Promise((resolve) => void (done = resolve));
  let waiting = true;
  for (const kind of [WebGLRenderingContext, WebGL2RenderingContext]) {
    for (const [name, vertices] of Object.entries({
      drawArrays: (args) => args[2],
      drawElements: (args) => args[1],
      drawArraysInstanced: (args) => args[2] * args[3],
      drawElementsInstanced: (args) => args[1] * args[4],
    })) {
      const own = kind.prototype[name];
      if (!own) continue;
      kind.prototype[name] = function draw(...args) {
        own.apply(this, args);
        // A tie has two triangles; no other thing here has as many vertices.
        if (!waiting || vertices(args) < ties * 4) return;
        waiting = false;
        requestAnimationFrame(() => setTimeout(() => {
          this.finish();
          this.readPixels(0, 0, 1, 1, this.RGBA, this.UNSIGNED_BYTE, new Uint8Array(4));
          done(performance.now());
        }));
      };
    }
  }
  window.drawnAt = async () => {
    const drawn = await first;
    const answer = performance.getEntriesByType('resource').find(({ name }) => name.includes('/api/v1/network?'));
    return [performance.getEntriesByName('given')[0]?.startTime ?? answer?.responseEnd ?? 0, drawn];
  };
}

const STEPS = 45;

/** Drags the picture about; milliseconds from frame to frame. */
export async function drag(page) {
  await page.evaluate(() => {
    window.frames_ = [];
    const note = (now) => {
      window.frames_.push(now);
      window.noting = requestAnimationFrame(note);
    };
    window.noting = requestAnimationFrame(note);
  });
  const { width, height } = page.viewportSize();
  await page.mouse.move(width / 2, height / 2);
  await page.mouse.down();
  for (let step = 1; step <= STEPS; step += 1) {
    await page.mouse.move(width / 2 + 120 * Math.sin(step / 5), height / 2 + 80 * Math.sin(step / 7));
    await page.waitForTimeout(16);
  }
  await page.mouse.up();
  const times = await page.evaluate(() => {
    cancelAnimationFrame(window.noting);
    return window.frames_;
  });
  const gaps = times.slice(1).map((time, at) => time - times[at]).sort((one, other) => one - other);
  return { median: gaps[Math.floor(gaps.length / 2)] ?? NaN, late: gaps[Math.floor(gaps.length * 0.95)] ?? NaN };
}

/** Megabytes of scripts' memory in use after everything unused was given back, arrays outside the heap included. */
export async function heap(page) {
  const tools = await page.context().newCDPSession(page);
  await tools.send('HeapProfiler.enable');
  await tools.send('HeapProfiler.collectGarbage');
  const { usedSize, backingStorageSize = 0 } = await tools.send('Runtime.getHeapUsage');
  return (usedSize + backingStorageSize) / 1e6;
}
