import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, it } from 'vitest';

const SRC = join(import.meta.dirname, '..');
/** `.name`, perhaps with a state: what makes a rule hold wherever the class stands. */
const ALONE = /^\.([\w-]+)(?::[\w-]+(?:\([^)]*\))?|\[[^\]]*\])*$/;

function sheets(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? sheets(path) : entry.name.endsWith('.css') ? [path] : [];
  });
}

function classes(file: string): Set<string> {
  const text = readFileSync(file, 'utf8').replaceAll(/\/\*[^]*?\*\//g, '');
  const selectors = [...text.matchAll(/([^{}]+)\{/g)].flatMap((match) => match[1]!.split(','));
  return new Set(selectors.flatMap((selector) => ALONE.exec(selector.trim())?.[1] ?? []));
}

// A sheet stays once its page was open: what it says of a class holds on every page after.
it('a page styles no class that is at home in another sheet', () => {
  const homes = sheets(SRC).map((file) => ({ file: relative(SRC, file), classes: classes(file) }));
  const clashes = homes
    .filter(({ file }) => file.startsWith('features/'))
    .flatMap(({ file, classes: own }) =>
      homes.filter((other) => other.file !== file).flatMap((other) =>
        [...own].filter((name) => other.classes.has(name)).map((name) => `.${name}: ${file}, ${other.file}`),
      ),
    );
  expect(homes.length).toBeGreaterThan(10);
  expect(clashes).toEqual([]);
});
