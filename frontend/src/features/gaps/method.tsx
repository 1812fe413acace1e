import { useTranslation } from 'react-i18next';
import type { CoverageMeasures, CoverageTable, Measure } from '../../api/types';
import * as format from '../../lib/format';
import { Terms } from '../../ui/terms';
import { isEstimate } from './figures';
import { AGE_KEYS } from './pickers';
import { waysInWords } from './ways';

interface Props {
  table: CoverageTable;
  measure: Measure;
  measures: CoverageMeasures;
}

/** What the figure is, what it rests on, and what it does not know. */
export function Method({ table, measure, measures }: Props) {
  const { t, i18n } = useTranslation();
  const lang = i18n.language;
  const english = lang === 'en';
  const service = measures.services.find(({ code }) => code === table.service);
  const number = (value: number) => format.count(value, lang);
  const isReach = !['offices', 'offices_per_1000', 'capacity_per_1000'].includes(measure.code);
  const estimated = table.items.some(isEstimate);
  return (
    <section className="panel gaps-method" aria-labelledby="gaps-method">
      <h2 id="gaps-method">{t('gaps.method.title')}</h2>
      <p><Terms>{english ? measure.definition_en : measure.definition_ja}</Terms></p>
      <ul>
        {table.breaks && <li>{t(measure.unit === 'km' || measure.unit === 'share' ? 'gaps.method.breaks_round' : 'gaps.method.breaks_level')}</li>}
        {isReach && waysInWords(t, lang, table.ways).map((words) => <li key={words}>{words}</li>)}
        {isReach && <li>{t('gaps.method.reach', { catchment: table.catchment_km, far: table.far_km })}</li>}
        {isReach && <li>{t('gaps.method.points', { points: number(table.points) })}</li>}
        {isReach && table.unplaced > 0 && <li>{t('gaps.method.unplaced', { count: table.unplaced })}</li>}
        {estimated && <li>{t('gaps.method.estimated')}</li>}
        {table.items.some((row) => row.basis === 'nobody') && <li>{t('gaps.method.nobody')}</li>}
        <li>
          {t('gaps.method.people', {
            age: t(`gaps.ages.${AGE_KEYS[table.age] ?? 'all'}`),
            years: table.years ? [...new Set(table.years)].join('–') : t('gaps.none'),
          })}
          {!english && service && <span className="muted"> <Terms>{t('gaps.method.reason', { reason: service.age_reason })}</Terms></span>}
        </li>
        <li><Terms>{t('gaps.method.paper', { source: measure.source })}</Terms></li>
        <li>
          {t('gaps.method.sources')}
          <ul>
            {table.sources.map((source) => (
              <li key={source.label}>{source.label} {format.edition(source.edition, lang)}</li>
            ))}
          </ul>
        </li>
        <li>{t('gaps.method.computed', { at: format.dateTime(table.computed_at, lang) })}</li>
      </ul>
    </section>
  );
}
