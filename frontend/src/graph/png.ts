import { FAMILY, SHEET } from './scene';

/** Twice the size of the sheet: sharp in a report. */
const SCALE = 2;

/**
 * A still picture as PNG: the browser draws its SVG, and we write its texts. A picture inside a picture has none of the page's
 * fonts, so that on a machine without Japanese ones every name would be boxes.
 */
export async function png(svg: string): Promise<Blob> {
  const drawing = new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement;
  const texts = [...drawing.querySelectorAll('text')].map(written);
  drawing.querySelectorAll('text').forEach((text) => text.remove());
  const address = URL.createObjectURL(new Blob([new XMLSerializer().serializeToString(drawing)], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await Promise.all([image.decode(), ...fontsOf(texts)]);
    const canvas = document.createElement('canvas');
    canvas.width = SHEET.width * SCALE;
    canvas.height = SHEET.height * SCALE;
    const context = canvas.getContext('2d');
    if (!context) throw new Error('no 2d canvas');
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    context.scale(SCALE, SCALE);
    for (const text of texts) write(context, text);
    return await new Promise((resolve, reject) => canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/png'));
  } finally {
    URL.revokeObjectURL(address);
  }
}

interface Written {
  text: string;
  x: number;
  y: number;
  font: string;
  fill: string;
  /** White around the letters; nothing for none. */
  halo: { color: string; width: number } | null;
}

/** A text of our own pictures: what it does not say itself, the group around it says. */
function written(element: Element): Written {
  const of = (name: string, otherwise: string) => element.closest(`[${name}]`)?.getAttribute(name) ?? otherwise;
  const halo = element.getAttribute('stroke');
  return {
    text: element.textContent ?? '',
    x: Number(element.getAttribute('x')),
    y: Number(element.getAttribute('y')),
    font: `${of('font-weight', '400')} ${of('font-size', '11')}px ${FAMILY}`,
    fill: of('fill', '#000'),
    halo: halo === null ? null : { color: halo, width: Number(element.getAttribute('stroke-width')) },
  };
}

/** Asks for the parts of the page's fonts these texts need. One that does not come is stood in for by the machine's. */
function fontsOf(texts: readonly Written[]): Promise<unknown>[] {
  const byFont = new Map<string, string>();
  for (const { font, text } of texts) byFont.set(font, (byFont.get(font) ?? '') + text);
  return [...byFont].map(([font, letters]) => document.fonts.load(font, letters).catch(() => []));
}

function write(context: CanvasRenderingContext2D, { text, x, y, font, fill, halo }: Written): void {
  context.font = font;
  if (halo) {
    context.strokeStyle = halo.color;
    context.lineWidth = halo.width;
    context.lineJoin = 'round';
    context.strokeText(text, x, y);
  }
  context.fillStyle = fill;
  context.fillText(text, x, y);
}
