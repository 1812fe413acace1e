import unicode from '@fontsource/biz-udpgothic/unicode.json';
import type { StyleSpecification } from 'maplibre-gl';

/** Name the style's layers ask for. */
export const LABEL_FONT = 'Hoshizu UD';

const files = import.meta.glob<string>('/node_modules/@fontsource/biz-udpgothic/files/*-400-normal.woff2', {
  query: '?url',
  import: 'default',
  eager: true,
});

/** Slices of the shipped font: without them labels are boxes where the system has no Japanese font. */
export function fontFaces(): NonNullable<StyleSpecification['font-faces']> {
  const faces = Object.entries(unicode as Record<string, string>).flatMap(([slice, ranges]) => {
    const name = slice.replace(/[[\]]/g, '');
    const file = files[`/node_modules/@fontsource/biz-udpgothic/files/biz-udpgothic-${name}-400-normal.woff2`];
    return file ? [{ url: new URL(file, location.href).href, 'unicode-range': ranges.split(',') }] : [];
  });
  return { [LABEL_FONT]: faces };
}
