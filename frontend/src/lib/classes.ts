/** Classes of a figure, as the API names them. Zero and "no data" are drawn apart from the five. */
export const CLASSES = ['1', '2', '3', '4', '5'] as const;
export type FigureClass = (typeof CLASSES)[number] | 'zero' | 'no_data';

/** From little at hand (orange) over the national level (grey) to much (blue); apart for colour-blind eyes. */
const LITTLE_TO_MUCH = ['#a8480a', '#e9a66a', '#dcd9cf', '#8db4d6', '#1c5f9e'] as const;

export const ZERO = { ground: '#ffffff', line: '#a8480a' } as const;
export const NO_DATA = { ground: '#f1f2f4', line: '#8b94a3' } as const;
export const CIRCLE = '#1c5f9e';

/** Colour of a class 1–5; where less is better (ways), the first class is the good one. */
export function colorOf(figure: string, moreIsBetter: boolean): string {
  const at = CLASSES.findIndex((known) => known === figure);
  return LITTLE_TO_MUCH[moreIsBetter ? at : CLASSES.length - 1 - at] ?? NO_DATA.ground;
}
