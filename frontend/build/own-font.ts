import type { Plugin } from 'vite';

/** Family name of the shipped font. Its own name would shadow an installed BIZ UDPGothic and force a download. */
export const SHIPPED_FAMILY = 'Hoshizu UD';

/** Renames the family of the shipped font slices and keeps woff2 only. */
export function ownFont(): Plugin {
  return {
    name: 'own-font',
    enforce: 'pre',
    transform(code, id) {
      if (!/@fontsource\/biz-udpgothic\/[47]00\.css$/.test(id)) return null;
      return code
        .replaceAll("'BIZ UDPGothic'", `'${SHIPPED_FAMILY}'`)
        .replace(/, url\(\.\/files\/[^)]+\.woff\) format\('woff'\)/g, '');
    },
  };
}
