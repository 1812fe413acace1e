import type { Map as MapLibre } from 'maplibre-gl';
import { LETTER, OUTLINES } from '../lib/shapes';
import { GROUPS, LOOKS, type Group } from '../lib/systems';

const RATIO = 2;
const FONT = '"BIZ UDPGothic", "Yu Gothic UI", "Hiragino Sans", "Noto Sans JP", "Noto Sans CJK JP", "Hoshizu UD", sans-serif';

/** Parts of a cluster's ring, in drawing order; the last holds 保健・医療, 行政 and 地域. */
export const RING: { colors: readonly string[]; steps: number } = {
  colors: [LOOKS.care.color, LOOKS.disability.color, LOOKS.child.color, '#7a8597'],
  steps: 8,
};

/** Draws the marks of the systems and answers the map's wish for rings, so no sprite file is needed. */
export function addImages(map: MapLibre): void {
  for (const group of GROUPS) map.addImage(`office-${group}`, office(group), { pixelRatio: RATIO });
  map.addImage('chosen', chosen(), { pixelRatio: RATIO });
  map.setMissingStyleImageResolver((id) => {
    const shares = ringShares(id);
    if (shares && !map.hasImage(id)) map.addImage(id, ring(shares), { pixelRatio: RATIO });
  });
}

/** `ring-4-3-1-0` → its shares in eighths, `null` for another image. */
export function ringShares(id: string): number[] | null {
  const match = /^ring-(\d+)-(\d+)-(\d+)-(\d+)$/.exec(id);
  return match ? match.slice(1).map(Number) : null;
}

function canvas(size: number): CanvasRenderingContext2D {
  const element = document.createElement('canvas');
  element.width = element.height = size * RATIO;
  const context = element.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('no 2d canvas');
  context.scale(RATIO, RATIO);
  return context;
}

function pixels(context: CanvasRenderingContext2D): ImageData {
  return context.getImageData(0, 0, context.canvas.width, context.canvas.height);
}

function office(group: Group): ImageData {
  const look = LOOKS[group];
  const letter = LETTER[look.shape];
  const context = canvas(30);
  context.translate(3, 3);
  const outline = new Path2D(OUTLINES[look.shape]);
  context.lineJoin = 'round';
  context.lineWidth = 3.5;
  context.strokeStyle = '#fff';
  context.stroke(outline);
  context.fillStyle = look.color;
  context.fill(outline);
  context.fillStyle = '#fff';
  context.font = `700 ${letter.size}px ${FONT}`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillText(look.letter, 12, letter.y + 0.5);
  return pixels(context);
}

function ring(shares: number[]): ImageData {
  const context = canvas(56);
  const total = shares.reduce((sum, share) => sum + share, 0) || 1;
  context.beginPath();
  context.arc(28, 28, 26, 0, Math.PI * 2);
  context.fillStyle = 'rgba(255,255,255,0.96)';
  context.fill();
  let from = -Math.PI / 2;
  shares.forEach((share, index) => {
    if (share === 0) return;
    const to = from + (share / total) * Math.PI * 2;
    context.beginPath();
    context.arc(28, 28, 22.5, from, to);
    context.lineWidth = 6;
    context.strokeStyle = RING.colors[index] ?? '#7a8597';
    context.stroke();
    from = to;
  });
  return pixels(context);
}

function chosen(): ImageData {
  const context = canvas(44);
  context.beginPath();
  context.arc(22, 22, 18, 0, Math.PI * 2);
  context.lineWidth = 7;
  context.strokeStyle = '#fff';
  context.stroke();
  context.lineWidth = 4;
  context.strokeStyle = '#0b1c3a';
  context.stroke();
  return pixels(context);
}
