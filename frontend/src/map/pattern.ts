/** A square that repeats without a seam. */
export function pattern(ground: string, line: string, kind: 'lines' | 'dots'): ImageData {
  const size = 20;
  const element = document.createElement('canvas');
  element.width = element.height = size;
  const context = element.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('no 2d canvas');
  context.fillStyle = ground;
  context.fillRect(0, 0, size, size);
  context.strokeStyle = context.fillStyle = line;
  if (kind === 'dots') {
    context.beginPath();
    context.arc(size / 2, size / 2, 2.2, 0, Math.PI * 2);
    context.fill();
  } else {
    context.lineWidth = 3;
    for (const shift of [-size, 0, size]) {
      context.beginPath();
      context.moveTo(shift - 2, size + 2);
      context.lineTo(shift + size + 2, -2);
      context.stroke();
    }
  }
  return context.getImageData(0, 0, size, size);
}
