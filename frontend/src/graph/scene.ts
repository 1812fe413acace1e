import { xml } from '../lib/xml';
import { OUTLINES } from '../lib/shapes';
import type { Shape } from '../lib/systems';
import { dashes } from './dashes';
import { placeLabels } from './labels';
import { extent, type Line, type Picture } from './picture';

/** What a still picture needs beside the drawing. */
export interface Caption {
  title: string;
  /** Lines under the title: n, wave, response rate, source. */
  notes: string[];
  legend: { text: string; color: string; shape?: Shape; line?: Line; width?: number }[];
}

/** A4 lying, in pixels of 1/96 inch, with the margins printers need taken off. */
export const SHEET = { width: 1040, height: 710 };
const TOP = 64;
const LEGEND = 218;
const MARGIN = 26;
const TEXT = 11;

export const FAMILY = "'Hoshizu UD', 'BIZ UDPGothic', 'Yu Gothic UI', 'Hiragino Sans', 'Noto Sans JP', 'Noto Sans CJK JP', sans-serif";

/** The picture as SVG: vectors and text, no styles a content policy would refuse. `measure` gives the width of a name. */
export function sceneSvg(picture: Picture, caption: Caption, measure: (text: string) => number): string {
  const { width, height } = SHEET;
  const area = { left: MARGIN, top: TOP + MARGIN, width: width - LEGEND - 2 * MARGIN, height: height - TOP - 2 * MARGIN };
  const at = placing(picture, area);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${xml(FAMILY)}" role="img">`,
    `<title>${xml(caption.title)}</title>`,
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    `<text x="8" y="26" font-size="20" font-weight="700" fill="#0b1c3a">${xml(caption.title)}</text>`,
    ...caption.notes.map((note, row) => `<text x="8" y="${44 + row * 15}" font-size="11" fill="#4a5568">${xml(note)}</text>`),
    '<g fill="none">', ...lines(picture, at), '</g>',
    '<g>', ...marks(picture, at), '</g>',
    `<g font-size="${TEXT}" fill="#14213d">`, ...names(picture, at, measure), '</g>',
    ...legend(caption, width - LEGEND + 8),
    '</svg>',
    '',
  ].join('\n');
}

type Place = (node: { x: number; y: number }) => { x: number; y: number };

/** Fits the drawing into a box, keeping its proportions; up is up. */
function placing({ nodes }: Picture, box: { left: number; top: number; width: number; height: number }): Place {
  const { x, y } = extent(nodes);
  const scale = Math.min(box.width / (x[1] - x[0] || 1), box.height / (y[1] - y[0] || 1));
  const [left, top] = [box.left + (box.width - (x[1] - x[0]) * scale) / 2, box.top + (box.height - (y[1] - y[0]) * scale) / 2];
  return (node) => ({ x: left + (node.x - x[0]) * scale, y: top + (y[1] - node.y) * scale });
}

const round = (value: number) => String(Math.round(value * 10) / 10);

function stroke(d: string, color: string, width: number, line: Line): string {
  const path = (more: string) => `<path d="${d}" stroke="${color}" ${more}/>`;
  // Two thin lines: a wide one with a white one on it.
  if (line === 'double') return `${path(`stroke-width="${round(width)}"`)}<path d="${d}" stroke="#ffffff" stroke-width="${round(width * 0.4)}"/>`;
  const dash = dashes(line, width);
  return path(`stroke-width="${round(width)}"${dash ? ` stroke-dasharray="${dash}"` : ''}`);
}

function lines({ nodes, edges }: Picture, at: Place): string[] {
  const known = new Map(nodes.map((node) => [node.key, at(node)]));
  return [...edges].sort((one, other) => Number(other.faint) - Number(one.faint)).flatMap((edge) => {
    const [from, to] = [known.get(edge.source), known.get(edge.target)];
    return from && to ? [stroke(`M${round(from.x)} ${round(from.y)}L${round(to.x)} ${round(to.y)}`, edge.color, edge.width, edge.line)] : [];
  });
}

function outline(shape: Shape, x: number, y: number, size: number, color: string, more: string): string {
  const scale = size / 10.5;
  return `<path transform="translate(${round(x - 12 * scale)} ${round(y - 12 * scale)}) scale(${scale.toFixed(3)})" d="${OUTLINES[shape]}" fill="${color}" ${more}/>`;
}

function marks({ nodes }: Picture, at: Place): string[] {
  return nodes.map((node) => {
    const { x, y } = at(node);
    const scale = node.size / 10.5;
    const ring = node.marked ? `<circle cx="${round(x)}" cy="${round(y)}" r="${round(node.size + 5)}" fill="none" stroke="#0b1c3a" stroke-width="2"/>` : '';
    return ring + outline(node.shape, x, y, node.size, node.color, `stroke="#ffffff" stroke-width="${(1.2 / scale).toFixed(2)}"`);
  });
}

function names({ nodes }: Picture, at: Place, measure: (text: string) => number): string[] {
  const named = nodes.filter(({ faint, label }) => !faint && label !== '').sort((one, other) => Number(other.marked) - Number(one.marked) || other.rank - one.rank);
  const labels = new Map(named.map((node) => [node.key, node.label]));
  const wishes = named.map((node) => ({ key: node.key, ...at(node), size: node.size, width: measure(node.label), height: TEXT + 4 }));
  return placeLabels(wishes, SHEET.width - LEGEND, SHEET.height).map(({ key, left, top, height }) =>
    `<text x="${round(left)}" y="${round(top + height - 4)}" stroke="#ffffff" stroke-width="3" paint-order="stroke" stroke-linejoin="round">${xml(labels.get(key) ?? '')}</text>`);
}

function legend({ legend: rows }: Caption, left: number): string[] {
  let y = TOP + 20;
  return rows.flatMap((row) => {
    const mark = row.line ? stroke(`M${left} ${y - 4}h26`, row.color, row.width ?? 2, row.line) : row.shape ? outline(row.shape, left + 8, y - 4, 6, row.color, '') : '';
    const text = left + (row.line ? 32 : row.shape ? 20 : 0);
    const parts = wrapped(row.text, Math.floor((SHEET.width - text - 4) / TEXT));
    const drawn = parts.map((part, at) => `<text x="${text}" y="${y + at * 15}" font-size="${TEXT}" fill="#14213d">${xml(part)}</text>`);
    y += parts.length * 15 + 5;
    return [mark, ...drawn];
  });
}

/** Cuts a text into lines of so many full-width letters; a half-width one counts half. */
export function wrapped(text: string, most: number): string[] {
  const found: string[] = [];
  let line = '';
  let wide = 0;
  for (const letter of text) {
    const step = /[\u0020-\u007e]/.test(letter) ? 0.55 : 1;
    if (wide + step > most && line !== '') {
      found.push(line);
      [line, wide] = ['', 0];
    }
    line += letter;
    wide += step;
  }
  return line === '' ? found : [...found, line];
}
