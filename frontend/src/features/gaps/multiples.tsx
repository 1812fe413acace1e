import { useQuery } from '@tanstack/react-query';
import { memo, useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { sideBySideQuery } from '../../api/queries';
import type { CoverageMeasures, Measure, ServiceFigures, SideBySide } from '../../api/types';
import { CIRCLE, colorOf } from '../../lib/classes';
import { count } from '../../lib/format';
import { serviceName, useTaxonomy } from '../../lib/taxonomy';
import { Check } from '../../ui/check';
import { ErrorPanel, Loading } from '../../ui/states';
import { figure } from './figures';
import { question, type GapsState, type Update } from './gaps-state';
import { ORDERS, countedParts, groupsOf, largest, radius, unlisted, type Order } from './multiples-model';
import { MultiplesLegend, Patterns } from './multiples-legend';
import { Pickers, Select } from './pickers';

interface Props {
  state: GapsState;
  update: Update;
  measures: CoverageMeasures;
}

/** One measure of every service, side by side as small maps of the same parts. */
export function Multiples({ state, update, measures }: Props) {
  const { t } = useTranslation();
  const { measure: code, area, kind, age } = question(state);
  const answer = useQuery(sideBySideQuery({ ...(code && { measure: code }), ...(area && { area }), ...(kind && { kind }), ...(age && { age }) }));
  const measure = measures.measures.find((one) => one.code === answer.data?.measure);
  return (
    <>
      <Pickers state={state} update={update} measures={measures} division={answer.data} sideBySide>
        {answer.data && <Choices answer={answer.data} state={state} update={update} />}
      </Pickers>
      {answer.isError && <ErrorPanel error={answer.error} onRetry={() => void answer.refetch()} />}
      {answer.isPending && <Loading label={t('gaps.computing')} />}
      {answer.data?.parts.length === 0 && <p className="panel notice">{t('gaps.empty')}</p>}
      {answer.data && answer.data.parts.length > 0 && measure && <Small answer={answer.data} measure={measure} state={state} update={update} />}
    </>
  );
}

/** In which order, which part is compared, and how many services. */
function Choices({ answer, state, update }: Pick<SmallProps, 'answer' | 'state' | 'update'>) {
  const { t, i18n } = useTranslation();
  return (
    <>
      <Select label={t('gaps.multiples.order')} value={state.order} onChange={(order) => update({ order: order as Order })}>
        {ORDERS.map((order) => <option key={order} value={order}>{t(`gaps.multiples.orders.${order}`)}</option>)}
      </Select>
      <Select label={t('gaps.multiples.part')} value={state.chosen} onChange={(chosen) => update({ chosen }, { replace: true })}>
        <option value="">{t('gaps.multiples.no_part')}</option>
        {answer.parts.map(({ code, name }) => <option key={code} value={code}>{name}</option>)}
      </Select>
      <Check checked={state.all} onChange={(all) => update({ all })} count={count(answer.services.filter((service) => service.is_listed).length, i18n.language)}>{t('gaps.multiples.all')}</Check>
    </>
  );
}

interface SmallProps {
  answer: SideBySide;
  measure: Measure;
  state: GapsState;
  update: Update;
}

/** With more parts than this the small maps are larger. */
const MANY = 30;

function Small({ answer, measure, state, update }: SmallProps) {
  const { t, i18n } = useTranslation();
  const lang = i18n.language;
  const taxonomy = useTaxonomy();
  const [hovered, setHovered] = useState<string | null>(null);
  const groups = groupsOf(answer, taxonomy.systems, { order: state.order, all: state.all, moreIsBetter: measure.more_is_better });
  const shown = groups.flatMap(({ services }) => services);
  const most = largest(shown);
  const picked = answer.parts.findIndex(({ code }) => code === (hovered ?? state.chosen));
  const open = (service: string) => {
    update({ view: '', service, area: answer.area?.code ?? '', kind: answer.area ? state.kind : answer.kind });
    window.scrollTo({ top: 0 });
  };
  return (
    <section className={answer.parts.length > MANY ? 'multiples many' : 'multiples'} aria-label={t('gaps.multiples.title')}>
      <Patterns />
      <p className="multiples-what">
        {t('gaps.multiples.what', { area: answer.area?.name ?? t('gaps.everywhere'), kind: t(`gaps.kinds.${answer.kind}`), count: answer.parts.length })}
      </p>
      <MultiplesLegend services={shown} measure={measure} most={most} />
      {groups.map(({ system, services }) => (
        <div key={system ?? 'all'}>
          {system && <h2>{systemName(taxonomy.systems, system, lang)}</h2>}
          <ul className="multiples-grid">
            {services.map((service) => (
              <li key={service.service}>
                <Card
                  answer={answer} figures={service} measure={measure} most={most} picked={picked}
                  system={system ? null : systemName(taxonomy.systems, service.service.split('-')[0] ?? '', lang)}
                  name={serviceName(taxonomy, service.service, lang)} full={serviceName(taxonomy, service.service, lang, 'full')}
                  onOpen={() => open(service.service)} onHover={setHovered}
                />
              </li>
            ))}
          </ul>
        </div>
      ))}
      <Notes answer={answer} shown={shown} state={state} />
    </section>
  );
}

/** What the small maps cannot say by themselves. */
function Notes({ answer, shown, state }: { answer: SideBySide; shown: ServiceFigures[]; state: GapsState }) {
  const { t, i18n } = useTranslation();
  const taxonomy = useTaxonomy();
  const without = unlisted(answer, state.all).map(({ service }) => serviceName(taxonomy, service, i18n.language));
  const notes = [
    without.length > 0 && t('gaps.multiples.unlisted', { services: without.join(t('gaps.multiples.comma')) }),
    shown.some((service) => service.breaks) && !state.age && t('gaps.multiples.own_age'),
    shown.some((service) => service.age_is_substitute) && t('gaps.multiples.substitute'),
    !answer.area && t('gaps.multiples.average'),
    answer.parts.some((part) => part.is_aside) && t('gaps.multiples.aside'),
    answer.parts.some((part) => part.is_uncounted) && t('gaps.method.nobody'),
  ].filter((note) => note !== false);
  return <ul className="multiples-notes small muted">{notes.map((note) => <li key={note}>{note}</li>)}</ul>;
}

const systemName = (systems: readonly { code: string; ja: string; en: string }[], code: string, lang: string): string => {
  const found = systems.find((system) => system.code === code);
  return (lang === 'en' ? found?.en : found?.ja) ?? code;
};

interface CardProps {
  answer: SideBySide;
  figures: ServiceFigures;
  measure: Measure;
  most: number;
  /** Number of the part that is compared, −1 for none. */
  picked: number;
  system: string | null;
  name: string;
  full: string;
  onOpen: () => void;
  onHover: (code: string | null) => void;
}

/** A service: its map, the figure of the whole or of the part that is compared, and how many parts have none. */
function Card({ answer, figures, measure, most, picked, system, name, full, onOpen, onHover }: CardProps) {
  const { t, i18n } = useTranslation();
  const lang = i18n.language;
  const unit = t(`gaps.unit.${measure.unit}`);
  const said = (value: number | null | undefined) =>
    (typeof value === 'number' ? t('gaps.multiples.value', { value: figure(value, measure.unit, lang), unit }) : t('gaps.none'));
  const part = answer.parts[picked];
  const without = t('gaps.multiples.without', { count: figures.without, of: countedParts(answer) });
  const words = part
    ? t('gaps.multiples.part_value', { part: part.name, value: said(figures.values[picked]) })
    : t('gaps.multiples.whole_value', { value: said(figures.whole) });
  return (
    <Button className="multiple" onPress={onOpen} aria-label={[full, words, without].join(t('gaps.multiples.pause'))}>
      <span className="multiple-name">{name}</span>
      {system && <span className="small muted">{system}</span>}
      <svg viewBox={`-1 -1 ${answer.width + 2} ${answer.height + 2}`} aria-hidden="true" focusable="false" onPointerLeave={() => onHover(null)}>
        <Parts answer={answer} figures={figures} moreIsBetter={measure.more_is_better} most={most} onHover={onHover} />
        {part && <path d={part.path} className="multiple-picked" />}
      </svg>
      <span className="multiple-value">{words}</span>
      <span className={figures.without > 0 ? 'small multiple-without' : 'small muted'}>{without}</span>
    </Button>
  );
}

interface PartsProps {
  answer: SideBySide;
  figures: ServiceFigures;
  moreIsBetter: boolean;
  most: number;
  onHover: (code: string) => void;
}

/** The parts, drawn once: what is pointed at changes nothing of them. */
const Parts = memo(function Parts({ answer, figures, moreIsBetter, most, onHover }: PartsProps) {
  const isCount = !figures.breaks;
  const fill = (name: string) => {
    if (name === 'no_data') return 'url(#multiples-none)';
    if (name === 'zero') return 'url(#multiples-zero)';
    return isCount ? '#fff' : colorOf(name, moreIsBetter);
  };
  return (
    <>
      {answer.parts.map(({ code, path }, at) => (
        <path key={code} d={path} fillRule="evenodd" fill={fill(figures.classes[at] ?? 'no_data')} className="multiple-part" onPointerEnter={() => onHover(code)} />
      ))}
      {isCount && answer.parts.map(({ code, center }, at) => (center
        ? <circle key={code} cx={center[0]} cy={center[1]} r={radius(figures.values[at] ?? 0, most)} fill={CIRCLE} className="multiple-circle" />
        : null))}
    </>
  );
});
