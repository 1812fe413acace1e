import { describe, expect, it } from 'vitest';
import { changed, merge, withGroup } from './entry';

const base = { contacts: [], strengths: [{ term: 'als', note: null }], availability: [], hours: null, remarks: 'a', remarks_inside: null };

describe('merging an entry two people have written', () => {
  it('takes what only the other changed and keeps what only I changed', () => {
    const mine = { ...base, remarks: 'b' };
    const theirs = { ...base, strengths: [{ term: 'ventilator', note: null }] };
    expect(merge(base, mine, theirs)).toEqual({
      entry: { ...mine, strengths: theirs.strengths }, taken: ['strengths'], both: [],
    });
  });

  it('leaves to me what both changed, and loses neither', () => {
    const mine = { ...base, remarks: 'b' };
    const theirs = { ...base, remarks: 'c' };
    const merged = merge(base, mine, theirs);
    expect(merged.both).toEqual(['remarks']);
    expect(merged.entry.remarks).toBe('b');
    expect(withGroup(merged.entry, theirs, 'remarks').remarks).toBe('c');
  });

  it('sees no difference in empty values the server leaves out, nor in the same change made twice', () => {
    expect(changed(base, { ...base, strengths: [{ term: 'als' }], hours: undefined })).toEqual([]);
    expect(merge(base, { ...base, remarks: 'b' }, { ...base, remarks: 'b' }).both).toEqual([]);
  });
});
