import { useTranslation } from 'react-i18next';
import type { WhatIf, WhatIfBasis, WhatIfRow } from '../../api/gaps';
import { count, dateTime, edition } from '../../lib/format';
import { serviceName, useTaxonomy } from '../../lib/taxonomy';
import { WideTable } from '../../ui/wide-table';
import { figure, tenths } from './figures';
import { AGE_KEYS } from './pickers';
import { waysInWords } from './ways';
import { changed, columnsOf, peopleFar, turn, type Column, type WhatIfState } from './what-if-state';

interface Props {
  answer: WhatIf;
  state: WhatIfState;
  /** Whether something is changed; else the figures are shown as they are. */
  isAsked: boolean;
}

/** The change in words, then area by area. */
export function BeforeAfter({ answer, state, isAsked }: Props) {
  const { t, i18n } = useTranslation();
  const lang = i18n.language;
  const taxonomy = useTaxonomy();
  const columns = columnsOf(answer);
  const service = serviceName(taxonomy, answer.basis.service, lang, 'full');
  const name = isAsked ? t(`what_if.${state.act === 'close' ? 'if_closed' : 'if_placed'}`, { office: answer.closed[0]?.name ?? '', town: answer.placed[0]?.town ?? '', service }) : t('what_if.as_it_is', { service });
  const head = ({ key, unit }: Column) => `${t(`what_if.column.${key}`, { far: answer.basis.far_km })}（${t(`gaps.unit.${unit}`)}）`;
  return (
    <section aria-labelledby="what-if-answer">
      <h2 id="what-if-answer">{name}</h2>
      {isAsked ? <Words answer={answer} /> : <p>{t(`what_if.ask.${state.act}`)}</p>}
      <WideTable labelledBy="what-if-answer">
        <table className="what-if-table">
          <thead>
            <tr>
              <th scope="col">{t('council.area_head')}</th>
              <th scope="col" className="right">{t('what_if.people', { age: t(`gaps.ages.${AGE_KEYS[answer.basis.age] ?? 'all'}`) })}</th>
              {columns.map((column) => <th key={column.key} scope="col" className="right">{head(column)}</th>)}
            </tr>
          </thead>
          <tbody>
            {answer.rows.map((row) => (
              <tr key={row.code} className={row.whole ? 'whole' : undefined}>
                <th scope="row">{row.whole ? t('council.whole', { name: row.name }) : row.name}</th>
                <td className="right number">{typeof row.population === 'number' ? count(row.population, lang) : '–'}</td>
                {columns.map((column) => <Cell key={column.key} row={row} column={column} />)}
              </tr>
            ))}
          </tbody>
        </table>
      </WideTable>
    </section>
  );
}

/** One figure where nothing changes, both and the way it goes where something does; the sign says it without its colour. */
function Cell({ row, column: { key, unit, better } }: { row: WhatIfRow; column: Column }) {
  const { t, i18n } = useTranslation();
  const write = (value: number) => (unit === 'share' ? tenths(value, i18n.language) : figure(value, unit, i18n.language));
  const text = (value: number | null | undefined) => (typeof value === 'number' ? write(value) : t('gaps.none'));
  const [before, after] = [row.before[key], row.after[key]];
  if (!changed(before, after, write)) return <td className="right number">{text(after)}</td>;
  const way = turn(before, after, better);
  return (
    <td className={`right number what-if-changed ${way ?? ''}`}>
      <span className="muted">{text(before)}</span> → <strong>{text(after)}</strong>
      {way && <span className="what-if-sign"> {t(way === 'good' ? 'what_if.better' : 'what_if.worse')}</span>}
    </td>
  );
}

/** What the whole area gains or loses. */
function Words({ answer }: { answer: WhatIf }) {
  const { t, i18n } = useTranslation();
  const lang = i18n.language;
  const [whole] = answer.rows;
  if (!whole) return null;
  const { before, after, name } = whole;
  const far = peopleFar(whole);
  const km = (value: number) => figure(value, 'km', lang);
  const town = answer.placed[0];
  const moved = typeof before.nearest_km === 'number' && typeof after.nearest_km === 'number' && km(before.nearest_km) !== km(after.nearest_km);
  return (
    <ul className="what-if-words">
      {town && <li>{t('what_if.words.town', { town: town.town, municipality: town.municipality ?? '' })}</li>}
      <li>{t('what_if.words.offices', { name, before: count(before.offices, lang), after: count(after.offices, lang) })}</li>
      {moved && <li>{t('what_if.words.nearest', { before: km(before.nearest_km ?? 0), after: km(after.nearest_km ?? 0) })}</li>}
      {typeof after.nearest_km !== 'number' && typeof before.nearest_km === 'number' && <li>{t('what_if.words.nowhere')}</li>}
      {far !== null && (far === 0 ? <li>{t('what_if.words.far_same', { km: answer.basis.far_km })}</li> : (
        <li>{t(far > 0 ? 'what_if.words.far_more' : 'what_if.words.far_less', { km: answer.basis.far_km, people: count(Math.abs(far), lang) })}</li>
      ))}
    </ul>
  );
}

/** That it is a reckoning, and how it is reckoned. */
export function Reckoned({ basis }: { basis: WhatIfBasis }) {
  const { t, i18n } = useTranslation();
  const lang = i18n.language;
  const age = t(`gaps.ages.${AGE_KEYS[basis.age] ?? 'all'}`);
  return (
    <section className="panel gaps-method" aria-labelledby="what-if-method">
      <h2 id="what-if-method">{t('what_if.method.title')}</h2>
      <ul>
        <li><strong>{t('what_if.method.not_stored')}</strong></li>
        {waysInWords(t, lang, basis.ways).map((words) => <li key={words}>{words}</li>)}
        <li>{t('what_if.method.people', { age })}{basis.age_is_substitute && ` ${t('gaps.substitute', { age })}`}</li>
        <li>{t('what_if.method.reach', { catchment: basis.catchment_km, far: basis.far_km })}</li>
        <li>{t('what_if.method.unknown')}</li>
        <li>{t('gaps.method.sources')} {basis.sources.map(({ label, edition: of }) => `${label} ${edition(of, lang)}`).join(t('list.separator'))}</li>
        <li>{t('gaps.method.computed', { at: dateTime(basis.computed_at, lang) })}</li>
      </ul>
    </section>
  );
}
