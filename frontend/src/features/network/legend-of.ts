import type { TFunction } from 'i18next';
import type { NetworkView } from '../../api/network';
import { FORUM, GREY, hue } from '../../graph/palette';
import type { Line, Picture } from '../../graph/picture';
import { date } from '../../lib/format';
import { SYSTEMS, type Shape } from '../../lib/systems';
import type { NetworkState } from './network-state';
import { CHANGE_LOOKS, EVIDENCE_LINES, TIE_COLORS, groupsOf, lookOf } from './picture-of';
import type { Words } from './words';

/** One line of the legend: a mark or a piece of line with its meaning; without either, a sentence. */
export interface LegendRow {
  text: string;
  color: string;
  shape?: Shape;
  line?: Line;
  width?: number;
}

/** Groups named one by one; the rest share grey. */
const NAMED = 8;

/** The legend of what is drawn now, for the page and for the exports. */
export function legendOf(view: NetworkView, state: NetworkState, picture: Picture, words: Words, t: TFunction): LegendRow[] {
  return [
    ...colors(view, state, words, t),
    { text: t('network.legend.size', { figure: t(`network.figure.${state.size}`), basis: t(`network.basis_of.${state.basis}`) }), color: GREY, shape: 'circle' as const },
    ...lines(view, state, t),
    ...(state.layers.includes('links') ? [{ text: t('network.layer.links'), color: TIE_COLORS.link, line: 'dash_dot' as const }] : []),
    ...(state.layers.includes('forums') ? [{ text: t('network.layer.forums'), ...FORUM }] : []),
    { text: basis(view, picture, words, t), color: GREY },
  ];
}

function colors(view: NetworkView, { color }: NetworkState, words: Words, t: TFunction): LegendRow[] {
  if (color === 'system') {
    const present = SYSTEMS.filter((system) => view.nodes.some((node) => node.system === system));
    return present.map((system) => ({ text: words.system(system), ...pick(lookOf(system)) }));
  }
  const groups = groupsOf(view, color);
  const named = groups.slice(0, NAMED).map((code, at) => ({ text: words.colorGroup(color, code), color: hue(at), shape: 'circle' as const }));
  return groups.length > NAMED ? [...named, { text: t('network.legend.others'), color: GREY, shape: 'circle' }] : named;
}

const pick = ({ color, shape }: { color: string; shape: Shape }) => ({ color, shape });

function lines(view: NetworkView, state: NetworkState, t: TFunction): LegendRow[] {
  if (!state.layers.includes('ties')) return [];
  if (view.change) {
    const { counts } = view.change;
    return Object.entries(CHANGE_LOOKS).filter(([code]) => counts[code]).map(([code, look]) => ({
      text: t('network.legend.change', { change: t(`network.change.${code}`), count: counts[code] ?? 0 }), ...look, width: Math.min(look.width, 2.5),
    }));
  }
  const evidence = ['mutual', 'one_sided', 'to_non_respondent'].map((code) => ({
    text: t(`network.legend.${code}`), color: TIE_COLORS.within, line: EVIDENCE_LINES[code] ?? 'solid', width: 1.7,
  }));
  const closeness = state.line === 'closeness' ? [{ text: t('network.legend.closeness'), color: TIE_COLORS.within, line: 'solid' as const, width: 4 }] : [];
  return [...evidence, { text: t('network.legend.across'), color: TIE_COLORS.across, line: 'solid', width: 1.7 }, ...closeness];
}

/** How many, when, and how many answered: no figure stands without it. */
export function basis(view: NetworkView, picture: Picture, words: Words, t: TFunction): string {
  const wave = view.waves.find(({ id }) => id === view.wave);
  return t('network.legend.basis', {
    n: picture.nodes.filter(({ key }) => !key.startsWith('forum:')).length,
    moment: wave ? words.wave(wave) : t('network.today', { date: date(view.on, t('network.locale')) }),
    rate: view.response_rate === null || view.response_rate === undefined ? '–' : words.share(view.response_rate),
    answered: view.answered, asked: view.asked,
  });
}
