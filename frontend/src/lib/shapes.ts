import type { Shape } from './systems';

/** Outlines in a 24 × 24 box, used as SVG in the page and as Path2D on the map, so that both show the same mark. */
export const OUTLINES: Record<Shape, string> = {
  circle: 'M12 1.5a10.5 10.5 0 1 0 0 21a10.5 10.5 0 1 0 0-21z',
  square: 'M4.5 2h15a2.5 2.5 0 0 1 2.5 2.5v15a2.5 2.5 0 0 1-2.5 2.5h-15a2.5 2.5 0 0 1-2.5-2.5v-15a2.5 2.5 0 0 1 2.5-2.5z',
  diamond: 'M12 0l12 12l-12 12l-12-12z',
  triangle: 'M12 0.5l12 22.5h-24z',
  cross: 'M6.5 1h11v5.5h5.5v11h-5.5v5.5h-11v-5.5h-5.5v-11h5.5z',
  house: 'M12 0.5l11 9v13.5h-22v-13.5z',
  hexagon: 'M6 1.5h12l6 10.5l-6 10.5h-12l-6-10.5z',
};

/** Where the letter sits in the box: a triangle is wide only below. */
export const LETTER: Record<Shape, { y: number; size: number }> = {
  circle: { y: 12, size: 13 },
  square: { y: 12, size: 13.5 },
  diamond: { y: 12, size: 11 },
  triangle: { y: 15.8, size: 9.5 },
  cross: { y: 12, size: 12 },
  house: { y: 13.4, size: 12.5 },
  hexagon: { y: 12, size: 13 },
};
