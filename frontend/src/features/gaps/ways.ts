import type { useTranslation } from 'react-i18next';
import type { CoverageTable } from '../../api/types';
import { count } from '../../lib/format';

type T = ReturnType<typeof useTranslation>['t'];

/** How ways are measured and whom offices serve, in sentences. */
export function waysInWords(t: T, lang: string, ways: CoverageTable['ways']): string[] {
  const roads = ways.towns_by_road;
  const measured = roads > 0
    ? t('gaps.ways.roads', { towns: count(roads, lang), detour: ways.detour })
    : t('gaps.ways.straight', { detour: ways.detour });
  return ways.offices_stating > 0 ? [measured, t('gaps.ways.stating', { count: ways.offices_stating })] : [measured];
}
