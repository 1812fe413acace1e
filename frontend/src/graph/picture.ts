import type { Shape } from '../lib/systems';

/** How a line is drawn. Colour never says alone what a line is. */
export const LINES = ['solid', 'dashed', 'dotted', 'double', 'dash_dot'] as const;
export type Line = (typeof LINES)[number];

/** An office as drawn: `x`, `y` in units of the server's layout, `size` the radius in pixels. */
export interface PictureNode {
  key: string;
  x: number;
  y: number;
  size: number;
  color: string;
  shape: Shape;
  label: string;
  /** Labels of a higher rank are placed first. */
  rank: number;
  /** Beside the point for now: paler, and without a label. */
  faint: boolean;
  /** Its label is placed before every other and its ring is drawn. */
  marked: boolean;
}

/** A tie as drawn, between two nodes of the picture. */
export interface PictureEdge {
  key: string;
  source: string;
  target: string;
  color: string;
  /** In pixels. */
  width: number;
  line: Line;
  faint: boolean;
}

export interface Picture {
  nodes: PictureNode[];
  edges: PictureEdge[];
}

/** `#rrggbb` mixed with white; `share` 1 is the colour itself. Lines over lines stay readable where alpha would add up. */
export function paler(color: string, share: number): string {
  const mixed = [1, 3, 5].map((at) => Math.round(255 - (255 - parseInt(color.slice(at, at + 2), 16)) * share));
  return `#${mixed.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}

/** Corners of what the nodes cover; a square of side 1 around the origin where there are none. */
export function extent(nodes: readonly { x: number; y: number }[]): { x: [number, number]; y: [number, number] } {
  const box: { x: [number, number]; y: [number, number] } = { x: [Infinity, -Infinity], y: [Infinity, -Infinity] };
  for (const { x, y } of nodes) {
    box.x = [Math.min(box.x[0], x), Math.max(box.x[1], x)];
    box.y = [Math.min(box.y[0], y), Math.max(box.y[1], y)];
  }
  return nodes.length > 0 ? box : { x: [-0.5, 0.5], y: [-0.5, 0.5] };
}
