export interface Piece {
  text: string;
  hit: boolean;
}

/** Splits a text into found and other pieces. Ranges are UTF-16 `[start, end)`; wrong or crossing ones are mended. */
export function pieces(text: string, ranges: unknown): Piece[] {
  const sorted = (Array.isArray(ranges) ? ranges : [])
    .filter((r): r is [number, number] => Array.isArray(r) && Number.isInteger(r[0]) && Number.isInteger(r[1]))
    .map(([from, to]) => [Math.max(0, from), Math.min(text.length, to)] as const)
    .filter(([from, to]) => from < to)
    .sort((a, b) => a[0] - b[0]);
  const out: Piece[] = [];
  let at = 0;
  for (const [from, to] of sorted) {
    if (to <= at) continue;
    const start = Math.max(from, at);
    if (start > at) out.push({ text: text.slice(at, start), hit: false });
    const last = out.at(-1);
    if (last?.hit) last.text += text.slice(start, to);
    else out.push({ text: text.slice(start, to), hit: true });
    at = to;
  }
  if (at < text.length) out.push({ text: text.slice(at), hit: false });
  return out;
}
