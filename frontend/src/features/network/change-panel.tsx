import { useTranslation } from 'react-i18next';
import type { NetworkChange } from '../../api/network';
import { Terms } from '../../ui/terms';
import { LineMark } from './line-mark';
import { CHANGE_LOOKS } from './picture-of';
import type { Shared } from './shared';
import { formOf } from './figure-form';

/** What became of ties since the earlier wave, as counts, between systems, and in the figures. */
export function ChangePanel({ change, words }: Shared & { change: NetworkChange }) {
  const { t } = useTranslation();
  const seen = Object.entries(CHANGE_LOOKS).filter(([code]) => change.counts[code]);
  return (
    <section className="network-card" aria-labelledby="change-title">
      <h2 id="change-title">{t('network.change_title')}</h2>
      <dl className="network-figures">
        {seen.map(([code, look]) => (
          <div key={code}><dt><LineMark {...look} /> {t(`network.change.${code}`)}</dt><dd>{words.number(change.counts[code] ?? 0)}</dd></div>
        ))}
      </dl>
      <details className="small">
        <summary>{t('network.change_systems')}</summary>
        <ul className="network-plain">
          {change.systems.map(({ a, b, counts }) => (
            <li key={`${a}-${b}`}>
              {t('network.between', { a: words.system(a), b: words.system(b) })}：
              {seen.flatMap(([code]) => (counts[code] ? [`${t(`network.change.${code}`)} ${counts[code]}`] : [])).join('、')}
            </li>
          ))}
        </ul>
      </details>
      <details className="small">
        <summary>{t('network.change_figures')}</summary>
        <dl className="network-figures">
          {change.figures.map((figure) => {
            const form = formOf(figure.code, words);
            return (
              <div key={figure.code}>
                <dt>{t(`network.whole.${figure.code}`)}</dt>
                <dd>
                  {words.range({ mutual: figure.before_mutual, either: figure.before_either }, form)} → {words.range({ mutual: figure.after_mutual, either: figure.after_either }, form)}
                  <br /><span className="muted">{t('network.change_range', { least: signed(figure.least, form), greatest: signed(figure.greatest, form) })}</span>
                </dd>
              </div>
            );
          })}
        </dl>
      </details>
      <p className="small muted"><Terms>{t('network.change_note')}</Terms></p>
    </section>
  );
}

const signed = (value: number, form: (value: number) => string) => (value > 0 ? `+${form(value)}` : form(value).replace('-', '−'));
