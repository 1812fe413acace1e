/** Whether the browser gives a drawing surface for maps and graphs. */
export function canDraw(): boolean {
  try {
    return Boolean(document.createElement('canvas').getContext('webgl2'));
  } catch {
    return false;
  }
}
