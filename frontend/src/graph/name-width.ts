import { FAMILY } from './scene';

let context: CanvasRenderingContext2D | null = null;

/** Width of a name in a still picture, pixels; a guess where there is no canvas. */
export function nameWidth(text: string): number {
  context ??= document.createElement('canvas').getContext('2d');
  if (!context) return text.length * 11;
  context.font = `11px ${FAMILY}`;
  return Math.ceil(context.measureText(text).width) + 3;
}
