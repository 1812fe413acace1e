import { Link } from '@tanstack/react-router';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { NetworkNode, NodeFigures } from '../../api/network';
import { cutOff, groupsAround } from '../../graph/walk';
import { SystemBadges } from '../../ui/system-mark';
import { ServiceNames } from '../../ui/office-card';
import { Terms } from '../../ui/terms';
import type { NetworkState } from './network-state';
import { placeOf } from './selection';
import type { Shared } from './shared';
import { TieList } from './tie-list';

/** Nothing that could leave the chosen office out. */
const UNFILTERED: Partial<NetworkState> = { systems: [], types: [], places: [], evidence: [], kinds: [], answered: '', core: 0, largest: false, cell: '' };

const SHOWN = ['degree', 'cross_system', 'betweenness', 'sole_intermediary', 'core', 'constraint'] as const;

/** The chosen office: what it is, with whom it works, and what hangs on it. */
export function OfficePanel({ office, ...shared }: Shared & { office: NetworkNode }) {
  const { view, state, update, selection, words } = shared;
  const { t } = useTranslation();
  const at = selection.chosen;
  const ties = selection.ties.filter((tie) => tie.a === at || tie.b === at);
  const forums = view.forums.filter(({ members }) => members.includes(at));
  const groups = groupsAround(view.links, at);
  return (
    <section className="network-card" aria-labelledby="network-office" aria-live="polite">
      <button type="button" className="network-clear" aria-label={t('network.unchoose')} onClick={() => update({ office: '' }, { replace: true })}>×</button>
      <SystemBadges systems={[office.system]} />
      <h2 id="network-office"><Link to="/offices/$id" params={{ id: office.id }}>{office.name}</Link></h2>
      <ServiceNames codes={office.services} limit={4} />
      <p className="small muted">
        {words.place(placeOf(office))} / {t(office.answered ? 'network.answered_yes' : office.asked ? 'network.answered_no' : 'network.not_asked')}
        {!office.inside && ` / ${t('network.outside')}`}
      </p>
      {selection.hidden && (
        <div className="notice">
          <p className="small">{t('network.left_out.text')}</p>
          <Button className="button small primary" onPress={() => update({ ...UNFILTERED, ego: office.id })}>{t('network.left_out.show')}</Button>
        </div>
      )}
      <p className="row">
        <Button className="button small" onPress={() => update({ ego: office.id, view: 'graph' })}>{t('network.center')}</Button>
        <Button className="button small" onPress={() => update(state.from === '' ? { from: office.id } : { to: office.id })}>
          {t(state.from === '' ? 'network.way.start' : 'network.way.end')}
        </Button>
      </p>
      <h3>{t('network.ties_of', { count: ties.length })}</h3>
      <TieList {...shared} ties={ties} from={at} />
      {office.figures && <Figures figures={office.figures} words={words} />}
      {office.figures && <Cut {...shared} figures={office.figures} />}
      {forums.length > 0 && <><h3>{t('network.layer.forums')}</h3><ul className="network-plain">{forums.map(({ id, name }) => <li key={id}>{name}</li>)}</ul></>}
      {groups.length > 0 && (
        <>
          <h3>{t('network.layer.links')}</h3>
          {groups.map(({ kind, members }) => <Group key={kind} title={t(`tie.link.${kind}`)} names={members.map((one) => view.nodes[one]?.name ?? '')} />)}
        </>
      )}
    </section>
  );
}

/** Members named before the rest is folded away. */
const NAMED = 5;

/** Who belongs together with the office: of one organization, at one place, under one number. */
function Group({ title, names }: { title: string; names: string[] }) {
  const { t } = useTranslation();
  const rest = names.slice(NAMED);
  return (
    <>
      <p className="small"><strong>{t('network.group', { title, count: names.length })}</strong></p>
      <ul className="network-plain">{names.slice(0, NAMED).map((name, at) => <li key={at}>{name}</li>)}</ul>
      {rest.length > 0 && (
        <details>
          <summary>{t('network.group_rest', { count: rest.length })}</summary>
          <ul className="network-plain">{rest.map((name, at) => <li key={at}>{name}</li>)}</ul>
        </details>
      )}
    </>
  );
}

function Figures({ figures, words }: { figures: NodeFigures; words: Shared['words'] }) {
  const { t } = useTranslation();
  const { duty } = figures;
  return (
    <>
      <h3>{t('network.figures_of')}</h3>
      <dl className="network-figures">
        {SHOWN.map((code) => <div key={code}><dt>{t(`network.figure.${code}`)}</dt><dd>{words.range(figures[code])}</dd></div>)}
        {duty && <div><dt>{t('network.duty')}</dt><dd>{t('network.duty_of', { tied: duty.tied.length, existing: duty.existing.length })}</dd></div>}
      </dl>
      {duty && duty.tied.length < duty.existing.length && (
        <p className="small"><Terms>{t('network.duty_missing', { kinds: duty.existing.filter((code) => !duty.tied.includes(code)).map((code) => t(`tie.duty.${code}`)).join(t('list.separator')) })}</Terms></p>
      )}
    </>
  );
}

/** Who would stand apart if the office closed, by the ties both sides reported. */
function Cut({ view, selection, figures, words }: Shared & { figures: NodeFigures }) {
  const { t } = useTranslation();
  const sole = figures.sole_intermediary;
  const parts = figures.articulation.mutual === 1 || figures.articulation.either === 1 ? cutOff(selection.next, selection.chosen) : [];
  const apart = parts.flat().flatMap((index) => view.nodes[index]?.name ?? []);
  if (apart.length === 0 && !sole.mutual && !sole.either && figures.articulation.mutual !== 1) return null;
  return (
    <>
      <h3>{t('network.cut.title')}</h3>
      {figures.articulation.mutual === 1 && <p className="small">{t(figures.articulation.either === 1 ? 'network.cut.surely' : 'network.cut.perhaps')}</p>}
      {apart.length > 0 && <p className="small">{t('network.cut.apart', { names: apart.slice(0, 5).join('、'), count: apart.length })}</p>}
      {Boolean(sole.mutual ?? sole.either) && <p className="small">{t('network.cut.sole', { pairs: words.range(sole) })}</p>}
    </>
  );
}
