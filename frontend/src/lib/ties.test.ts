import { describe, expect, it } from 'vitest';
import { introducers } from './ties';

const tie = (office: string, evidence: string) => ({ office, name: office, evidence });

describe('who could introduce', () => {
  it('works with both, and both sides of each said so', () => {
    const theirs = [tie('a', 'mutual'), tie('b', 'mutual'), tie('c', 'one_sided'), tie('d', 'mutual')];
    const mine = [tie('a', 'mutual'), tie('b', 'one_sided'), tie('c', 'mutual')];
    expect(introducers(theirs, mine).map(({ office }) => office)).toEqual(['a']);
  });
});
