import { expect, it } from 'vitest';
import { choiceOf } from './choices';

it('answers a key only by a choice the question offers', () => {
  expect(choiceOf('m', ['same', 'different'])).toBe('same');
  expect(choiceOf('a', ['same', 'different'])).toBeUndefined();
  expect(choiceOf('r', ['keep', 'official'])).toBe('keep');
});
