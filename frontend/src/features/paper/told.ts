import type { TFunction } from 'i18next';
import type { Star } from '../../api/surveys';
import { letterOf } from './answers';

/** What is told of a ☆, in words. */
export function told(t: TFunction, star: Star): string {
  const letter = letterOf(star.frequency);
  return [
    ...(star.kinds ?? []).map((kind) => t(`paper.kind.${kind}`)),
    star.closeness && t(`paper.closeness_mark.${star.closeness}`),
    letter && t(`paper.band.${letter}`),
  ].filter(Boolean).join(t('list.separator'));
}
