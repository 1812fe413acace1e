import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { CoverageTable, Measure } from '../../api/types';
import { CIRCLE, NO_DATA, ZERO, colorOf } from '../../lib/classes';
import { figure, ranges, tally } from './figures';

/** The five classes with how many areas fall into each; zero and "no data" drawn as on the map. */
export function GapsLegend({ table, measure }: { table: CoverageTable; measure: Measure }) {
  const { t, i18n } = useTranslation();
  const lang = i18n.language;
  const counts = tally(table);
  const areas = (name: string) => t('gaps.legend.areas', { count: counts[name] ?? 0 });
  const shown = (value: number) => figure(value, measure.unit, lang);
  const range = (from: number | null, to: number | null) => {
    if (from === null) return t('gaps.legend.below', { to: shown(to ?? 0) });
    if (to === null) return t('gaps.legend.above', { from: shown(from) });
    return t('gaps.legend.between', { from: shown(from), to: shown(to) });
  };
  return (
    <section className="gaps-legend" aria-label={t('map.legend')}>
      <h2>{lang === 'en' ? measure.en : measure.ja} <span className="muted small">{t(`gaps.unit.${measure.unit}`)}</span></h2>
      <ul>
        {table.breaks
          ? ranges(table.breaks).map(({ class: name, from, to }) => (
              <li key={name}>
                <Swatch color={colorOf(name, measure.more_is_better)} /> {range(from, to)} <span className="muted">{areas(name)}</span>
              </li>
            ))
          : <li><Circle /> {t('gaps.legend.circles')}</li>}
        {(counts.zero ?? 0) > 0 && <li><Pattern kind="zero" /> {t('gaps.legend.zero')} <span className="muted">{areas('zero')}</span></li>}
        {(counts.no_data ?? 0) > 0 && <li><Pattern kind="none" /> {t('gaps.legend.none')} <span className="muted">{areas('no_data')}</span></li>}
      </ul>
    </section>
  );
}

/** The mark of a class beside a figure. */
export function ClassMark({ name, moreIsBetter }: { name: string; moreIsBetter: boolean }) {
  if (name === 'zero') return <Pattern kind="zero" />;
  if (name === 'no_data') return <Pattern kind="none" />;
  return <Swatch color={colorOf(name, moreIsBetter)} />;
}

function Swatch({ color }: { color: string }) {
  return <span className="gaps-swatch" aria-hidden="true" style={{ background: color }} />;
}

function Circle() {
  return <span className="gaps-swatch round" aria-hidden="true" style={{ background: CIRCLE }} />;
}

function Pattern({ kind }: { kind: 'zero' | 'none' }) {
  const id = useId();
  const look = kind === 'zero' ? ZERO : NO_DATA;
  return (
    <svg className="gaps-swatch" width="22" height="16" aria-hidden="true" focusable="false">
      <pattern id={id} width="8" height="8" patternUnits="userSpaceOnUse">
        {kind === 'zero'
          ? <path d="M-2 10L10 -2M-2 2L2 -2M6 10L10 6" stroke={look.line} strokeWidth="1.5" />
          : <circle cx="4" cy="4" r="1.1" fill={look.line} />}
      </pattern>
      <rect width="22" height="16" fill={look.ground} />
      <rect width="22" height="16" fill={`url(#${id})`} />
    </svg>
  );
}
