import { describe, expect, it } from 'vitest';
import { neededFaces, parseRange, withFonts, type Face } from './embed-fonts';

const face = (weight: string, range: string): Face => ({ family: 'BIZ UDPGothic', weight, url: `/${weight}-${range}.woff2`, range });
const SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="9"><text font-weight="700">星</text><g><text>図a</text></g></svg>';

describe('fonts of a still picture', () => {
  it('are read in every way CSS writes ranges', () => {
    expect(parseRange('U+25, U+4E00-4eff,U+4??, nonsense')).toEqual([[0x25, 0x25], [0x4e00, 0x4eff], [0x400, 0x4ff]]);
  });

  it('are those that hold a letter of their weight', () => {
    const faces = [face('400', 'U+61'), face('400', 'U+661f'), face('700', 'U+661f'), face('700', 'U+61')];
    const letters = new Map([['400', new Set([0x61, 0x56f3])], ['700', new Set([0x661f])]]);
    expect(neededFaces(faces, letters)).toEqual([faces[0], faces[2]]);
  });

  it('stand inside the picture; what cannot be fetched is left out', async () => {
    const faces = [face('700', 'U+661f'), face('400', 'U+56f3'), face('400', 'U+3042')];
    const read = (url: string) => (url.includes('56f3') ? Promise.reject(new Error('offline')) : Promise.resolve('data:font/woff2;base64,AA'));
    const found = await withFonts(SVG, faces, read);
    expect(found.match(/@font-face/gu)).toHaveLength(1);
    expect(found.indexOf('<style>@font-face')).toBeLessThan(found.indexOf('<text'));
    expect(found).toContain("font-weight:700;src:url(data:font/woff2;base64,AA) format('woff2');unicode-range:U+661f");
    expect(await withFonts(SVG, [], read)).toBe(SVG);
  });
});
