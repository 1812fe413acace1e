/** A value of the history in words: codes of services and days get their names, an empty value says so. */
export function inWords(field: string, value: string, word: (group: 'service' | 'day', code: string) => string, separator: string): string {
  if (value === '') return '';
  if (field === 'services' || field === 'service') return value.split(' ').map((code) => word('service', code)).join(separator);
  if (field === 'open') return value.split(' ').map((code) => word('day', code)).join(separator);
  return value;
}

/** The parts of two texts that differ: what they begin and end with alike is left apart. */
export function difference(before: string, after: string): { head: string; before: string; after: string; tail: string } {
  const [a, b] = [[...before], [...after]];
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
  const text = (list: string[], from: number, to: number) => list.slice(from, to).join('');
  return {
    head: text(a, 0, start),
    before: text(a, start, a.length - end),
    after: text(b, start, b.length - end),
    tail: text(a, a.length - end, a.length),
  };
}

/** Fields that hold a list; what came and what went says more there than where the texts differ. */
export const LISTS: readonly string[] = ['numbers', 'services', 'other_names', 'open'];

export function listDifference(before: string[], after: string[]): { gone: string[]; come: string[] } {
  return { gone: before.filter((item) => !after.includes(item)), come: after.filter((item) => !before.includes(item)) };
}
