/** A part of a font as the page declares it. */
export interface Face {
  family: string;
  weight: string;
  /** Address of the file. */
  url: string;
  /** As in CSS: `U+3042,U+4e00-4eff`. */
  range: string;
}

/**
 * A still picture with the parts of the page's own fonts it needs: it is looked at elsewhere, and without them its names would
 * be boxes on a machine without Japanese fonts. Parts that cannot be fetched are left out; the machine's fonts stand in.
 */
export async function withFonts(svg: string, faces: Face[] = pageFaces(), read = asDataUrl): Promise<string> {
  const needed = neededFaces(faces, textsOf(svg));
  const rules = await Promise.all(needed.map(async (face) => {
    const url = await read(face.url).catch(() => null);
    return url === null ? '' : `@font-face{font-family:'${face.family}';font-weight:${face.weight};src:url(${url}) format('woff2');unicode-range:${face.range}}`;
  }));
  const style = rules.join('');
  return style === '' ? svg : svg.replace(/<svg [^>]*>/u, (head) => `${head}\n<style>${style}</style>`);
}

/** The letters of a picture by the weight they are written in. */
function textsOf(svg: string): Map<string, Set<number>> {
  const found = new Map<string, Set<number>>();
  for (const text of new DOMParser().parseFromString(svg, 'image/svg+xml').querySelectorAll('text')) {
    const weight = text.closest('[font-weight]')?.getAttribute('font-weight') ?? '400';
    const letters = found.get(weight) ?? new Set();
    for (const letter of text.textContent ?? '') letters.add(letter.codePointAt(0) ?? 0);
    found.set(weight, letters);
  }
  return found;
}

/** The faces that hold a letter of their weight. */
export function neededFaces(faces: readonly Face[], letters: ReadonlyMap<string, ReadonlySet<number>>): Face[] {
  return faces.filter(({ weight, range }) => {
    const wanted = letters.get(weight);
    if (!wanted) return false;
    const ranges = parseRange(range);
    return [...wanted].some((letter) => ranges.some(([from, to]) => letter >= from && letter <= to));
  });
}

/** `U+25-ff, U+4??` as pairs of code points. */
export function parseRange(range: string): [number, number][] {
  return range.split(',').flatMap((part): [number, number][] => {
    const match = /^\s*U\+([0-9a-f?]+)(?:-([0-9a-f]+))?\s*$/iu.exec(part);
    if (!match?.[1]) return [];
    const [from, to] = [match[1].replaceAll('?', '0'), match[2] ?? match[1].replaceAll('?', 'f')];
    return [[parseInt(from, 16), parseInt(to, 16)]];
  });
}

/** The fonts the page itself brings. */
function pageFaces(): Face[] {
  return [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]).flatMap((rule) => {
    if (!(rule instanceof CSSFontFaceRule)) return [];
    const of = (name: string) => rule.style.getPropertyValue(name);
    const url = /url\(["']?([^"')]+\.woff2)["']?\)/u.exec(of('src'))?.[1];
    if (!url) return [];
    const base = rule.parentStyleSheet?.href ?? location.href;
    return [{ family: of('font-family').replaceAll(/["']/gu, ''), weight: of('font-weight') || '400', url: new URL(url, base).href, range: of('unicode-range') }];
  });
}

async function asDataUrl(url: string): Promise<string> {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url}: ${String(answer.status)}`);
  const file = await answer.blob();
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(new Error(url));
    reader.readAsDataURL(new Blob([file], { type: 'font/woff2' }));
  });
}
