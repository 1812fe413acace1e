import type { Shape } from '../lib/systems';

/** Twelve hues apart enough for groups without an own colour; darker than usual, so that they hold on white. */
export const PALETTE = [
  '#0a5fa8', '#b34700', '#00735a', '#a63272', '#5b2a86', '#7a5c00', '#0e7c93', '#a4262c', '#4f7a1d', '#6b4a35', '#3d4f9f', '#8a3fa0',
] as const;
export const GREY = '#7a8597';

/** Colour of the n-th group; grey after the last, which no eye could tell apart. */
export const hue = (at: number): string => PALETTE[at] ?? GREY;

export const FORUM: { color: string; shape: Shape } = { color: '#8a6100', shape: 'diamond' };
