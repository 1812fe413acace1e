import { expect, it } from 'vitest';
import { safeNext } from './next';

const OWN = 'https://hoshizu.example.jp';

it('goes back to a page of our own, with its state', () => {
  expect(safeNext('/search?q=a&map=9,35,135', OWN)).toBe('/search?q=a&map=9,35,135');
  expect(safeNext('/offices/1#top', OWN)).toBe('/offices/1#top');
});

it.each([
  'https://evil.example', '//evil.example', '/\\evil.example', '\\\\evil.example', '/\t/evil.example', '/\n//evil.example',
  'javascript:alert(1)', 'data:text/html,x', '/..//evil.example', '', undefined, '/sign-in?next=/sign-in', '/invitation#x',
])('goes to the start instead of %j', (wanted) => {
  expect(safeNext(wanted, OWN)).toBe('/');
});
