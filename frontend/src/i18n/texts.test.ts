import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { resources } from './resources';

const SRC = join(import.meta.dirname, '..');

function leaves(node: unknown, path = ''): string[] {
  if (typeof node !== 'object' || node === null) return [path];
  return Object.entries(node).flatMap(([key, child]) => leaves(child, path ? `${path}.${key}` : key));
}

function withoutPlural(key: string): string {
  return key.replace(/_(one|other)$/, '');
}

const keys = (language: 'ja' | 'en') => [...new Set(leaves(resources[language].translation).map(withoutPlural))].sort();

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sources(path);
    return /\.tsx?$/.test(entry.name) && !/\.(test|gen)\./.test(entry.name) ? [readFileSync(path, 'utf8')] : [];
  });
}

/** Whole keys, and beginnings of keys whose end is only known at run time (`t(`system.name.${code}`)`). */
function asked(): { whole: Set<string>; beginnings: Set<string> } {
  const code = sources(SRC).join('\n');
  const whole = new Set([...code.matchAll(/['"`]([a-z_]+(?:\.[a-z_0-9]+)+)['"`]/g)].map((match) => match[1]!));
  const beginnings = new Set([...code.matchAll(/`([a-z_]+(?:\.[a-z_]+)*[._])\$\{/g)].map((match) => match[1]!));
  return { whole, beginnings };
}

describe('texts', () => {
  it('has every key in both languages', () => {
    expect(keys('en')).toEqual(keys('ja'));
  });

  it('has no key that nothing asks for', () => {
    const { whole, beginnings } = asked();
    const unused = keys('ja').filter((key) => !whole.has(key) && ![...beginnings].some((start) => key.startsWith(start)));
    expect(unused).toEqual([]);
  });

  it('has every key that is asked for in whole', () => {
    const code = sources(SRC).join('\n');
    const called = [...code.matchAll(/\bt\(\s*'([^']+)'/g)].map((match) => match[1]!);
    const known = new Set(keys('ja'));
    expect([...new Set(called)].filter((key) => !known.has(key))).toEqual([]);
  });

  it('leaves no text empty and names the same variables in both languages', () => {
    const text = (language: 'ja' | 'en', key: string) => {
      const find = (wanted: string) =>
        wanted.split('.').reduce<unknown>((node, part) => (node as Record<string, unknown> | undefined)?.[part], resources[language].translation);
      return String(find(key) ?? find(`${key}_other`) ?? '');
    };
    const variables = (value: string) => [...new Set([...value.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]))].sort();
    for (const key of keys('ja')) {
      expect(text('ja', key), key).not.toBe('');
      expect(variables(text('en', key)), key).toEqual(variables(text('ja', key)));
    }
  });
});
