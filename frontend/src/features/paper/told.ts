import type { TFunction } from 'i18next';
import type { Star } from '../../lib/star';

/** What is told of a ☆, in words. */
export function told(t: TFunction, star: Star): string {
  return [
    ...star.kinds.map((kind) => t(`tie.kind.${kind}`)),
    star.closeness && t(`paper.closeness_mark.${star.closeness}`),
    star.frequency && t(`tie.frequency.${star.frequency}`),
  ].filter(Boolean).join(t('list.separator'));
}
