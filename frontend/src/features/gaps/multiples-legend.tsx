import { useTranslation } from 'react-i18next';
import type { Measure, ServiceFigures } from '../../api/types';
import { CLASSES, NO_DATA, ZERO } from '../../lib/classes';
import { figure } from './figures';
import { ClassMark } from './gaps-legend';
import { isByLevel } from './multiples-model';

/** Hatching of zero and dots of "no data", as on the large map; once for all small maps. */
export function Patterns() {
  return (
    <svg width="0" height="0" className="multiples-patterns" aria-hidden="true" focusable="false">
      <defs>
        <pattern id="multiples-zero" width="8" height="8" patternUnits="userSpaceOnUse">
          <rect width="8" height="8" fill={ZERO.ground} />
          <path d="M-2 10L10 -2M-2 2L2 -2M6 10L10 6" stroke={ZERO.line} strokeWidth="1.5" />
        </pattern>
        <pattern id="multiples-none" width="8" height="8" patternUnits="userSpaceOnUse">
          <rect width="8" height="8" fill={NO_DATA.ground} />
          <circle cx="4" cy="4" r="1.1" fill={NO_DATA.line} />
        </pattern>
      </defs>
    </svg>
  );
}

const LEVELS = ['0.5', '0.8', '1.25', '2'] as const;

/** What the colours mean in all small maps: in multiples of the national level, where each service has its own. */
export function MultiplesLegend({ services, measure, most }: { services: ServiceFigures[]; measure: Measure; most: number }) {
  const { t, i18n } = useTranslation();
  const lang = i18n.language;
  const breaks = services.find((service) => service.breaks)?.breaks;
  const byLevel = isByLevel(services);
  const edges = byLevel ? LEVELS : (breaks ?? []).map((value) => figure(value, measure.unit, lang));
  const range = (at: number) => {
    if (at === 0) return t('gaps.legend.below', { to: edges[0] });
    if (at === edges.length) return t('gaps.legend.above', { from: edges[at - 1] });
    return t('gaps.legend.between', { from: edges[at - 1], to: edges[at] });
  };
  const has = (name: string) => services.some(({ classes }) => classes.includes(name));
  return (
    <div className="gaps-legend" role="group" aria-label={t('map.legend')}>
      <p className="small">
        <strong>{lang === 'en' ? measure.en : measure.ja}</strong>{' '}
        <span className="muted">{byLevel ? t('gaps.multiples.by_level') : t(`gaps.unit.${measure.unit}`)}</span>
      </p>
      <ul className="multiples-legend">
        {breaks ? CLASSES.map((name, at) => <li key={name}><ClassMark name={name} moreIsBetter={measure.more_is_better} /> {range(at)}</li>)
          : <li>{t('gaps.multiples.circles', { count: most })}</li>}
        {has('zero') && <li><ClassMark name="zero" moreIsBetter /> {t('gaps.legend.zero')}</li>}
        {has('no_data') && <li><ClassMark name="no_data" moreIsBetter /> {t('gaps.legend.none')}</li>}
      </ul>
    </div>
  );
}
