import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { expect, it } from 'vitest';

const SRC = join(import.meta.dirname, '..');
/** app → features → {map, graph, api, ui, i18n} → lib; neighbours do not know each other. */
const LEVEL: Record<string, number> = { app: 3, features: 2, map: 1, graph: 1, api: 1, ui: 1, i18n: 1, lib: 0 };

function files(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? files(path) : /\.tsx?$/.test(entry.name) ? [path] : [];
  });
}

function part(path: string): { layer: string; feature: string | undefined } {
  const [layer = '', feature] = relative(SRC, path).split('/');
  return { layer, feature: layer === 'features' ? feature : undefined };
}

function wrong(file: string): string[] {
  const from = part(file);
  if (!(from.layer in LEVEL)) return [];
  const imports = [...readFileSync(file, 'utf8').matchAll(/(?:from|import\()\s*'(\.[^']+)'/g)].map((match) => match[1]!);
  return imports.flatMap((target) => {
    const to = part(resolve(dirname(file), target));
    const same = to.layer === from.layer && to.feature === from.feature;
    const down = (LEVEL[to.layer] ?? 9) < (LEVEL[from.layer] ?? 0);
    return same || down ? [] : [`${relative(SRC, file)} → ${target}`];
  });
}

it('imports only downwards, and no feature imports another', () => {
  expect(files(SRC).flatMap(wrong)).toEqual([]);
});
