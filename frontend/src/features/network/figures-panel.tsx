import { useTranslation } from 'react-i18next';
import { Terms } from '../../ui/terms';
import { LABELLED } from './labelled';
import { formOf } from './figure-form';
import type { Shared } from './shared';

/** Figures a council asks about first; the others are folded away. */
const FIRST = ['ties', 'density', 'mean_degree', 'isolates', 'greatest_component', 'articulation_points', 'sole_intermediary_pairs', 'without_cross_system', 'duty_coverage'];

/** Figures of the whole area, as ranges, with how to read each. */
export function FiguresPanel({ view, words }: Shared) {
  const { t } = useTranslation();
  const known = view.figures.filter(({ code }) => (LABELLED as readonly string[]).includes(code));
  const first = known.filter(({ code }) => FIRST.includes(code));
  const rest = known.filter(({ code }) => !FIRST.includes(code));
  const hidden = view.figures.some(({ mutual, either }) => mutual != null && either == null);
  const list = (figures: typeof known) => (
    <div className="network-whole">
      {figures.map((figure) => (
        <details key={figure.code}>
          <summary><span>{t(`network.whole.${figure.code}`)}</span> <strong>{words.range(figure, formOf(figure.code, words))}</strong></summary>
          <p className="small"><Terms>{t(`network.reading.${figure.code}`)}</Terms></p>
          <p className="small muted"><Terms>{t(`network.definition.${figure.code}`)}</Terms></p>
          {typeof figure.p === 'number' && <p className="small">{t('network.chance', { p: words.share(figure.p) })}</p>}
        </details>
      ))}
    </div>
  );
  return (
    <section className="network-card" aria-labelledby="figures-title">
      <h2 id="figures-title">{t('network.figures', { area: view.area_name })}</h2>
      <p className="small muted">
        {t('network.rests_on', {
          asked: view.asked, answered: view.answered, rate: view.response_rate == null ? '–' : words.share(view.response_rate),
          confirmed: view.confirmation_rate == null ? '–' : words.share(view.confirmation_rate),
        })}
      </p>
      {list(first)}
      {rest.length > 0 && <details><summary>{t('network.more_figures')}</summary>{list(rest)}</details>}
      <p className="small muted">{t('network.range_note')} {hidden && t('network.either_hidden')}</p>
      {view.hidden.length > 0 && (
        <details className="small">
          <summary>{t('network.hidden')}</summary>
          <ul className="network-plain">
            {view.hidden.map(({ from, to, count }) => (
              <li key={`${from}-${to}`}>{t('network.between', { a: words.system(from), b: words.system(to) })}：{count == null ? t('network.few') : words.number(count)}</li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
