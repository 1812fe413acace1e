import type { Line } from './picture';

/** The lines of the drawing as `stroke-dasharray`; none for one without gaps. */
export function dashes(line: Line, width = 1.5): string | undefined {
  const dot = Math.max(width, 1.6);
  const known: Partial<Record<Line, string>> = { dashed: '7 4.5', dotted: `${dot} ${dot + 2.4}`, dash_dot: '9 3.2 2.6 3.2' };
  return known[line];
}
