import type { TFunction } from 'i18next';
import type { NetworkView } from '../../api/network';
import type { Table } from '../../graph/formats';
import { evidenceOf, placeOf, type Selection } from './selection';
import { FIGURES } from './sorting';
import type { Words } from './words';

type Row = (string | number | null)[];

/** Offices as rows of a file, the first with the names of the columns. */
export function officeRows(view: NetworkView, places: readonly number[], words: Words, t: TFunction): Row[] {
  const head = ['id', ...(['name', 'system', 'service', 'place', 'answered'] as const).map((column) => t(`network.column.${column}`))];
  const figures = FIGURES.flatMap((figure) => (['mutual', 'either'] as const).map((basis) => `${t(`network.column.${figure}`)}（${t(`network.basis_of.${basis}`)}）`));
  const rows = places.flatMap((index): Row[] => {
    const node = view.nodes[index];
    if (!node) return [];
    const values = FIGURES.flatMap((figure) => [node.figures?.[figure].mutual ?? null, node.figures?.[figure].either ?? null]);
    return [[node.id, node.name, words.system(node.system), node.service ? words.service(node.service) : null, words.place(placeOf(node)), node.answered ? 1 : 0, ...values]];
  });
  return [[...head, ...figures], ...rows];
}

/** Ties as rows of a file. */
export function tieRows(view: NetworkView, selection: Selection, t: TFunction): Row[] {
  const head = ['id', t('network.column.office'), 'id', ...(['partner', 'evidence', 'kinds', 'closeness', 'change'] as const).map((column) => t(`network.column.${column}`))];
  const rows = selection.ties.map((shown): Row => {
    const [a, b] = [view.nodes[shown.a], view.nodes[shown.b]];
    return [
      a?.id ?? null, a?.name ?? null, b?.id ?? null, b?.name ?? null, shown.tie ? t(`tie.evidence.${shown.tie.evidence}`) : t('network.gone'),
      (shown.tie?.star.kinds ?? []).map((kind) => t(`tie.kind.${kind}`)).join(t('list.separator')), shown.tie?.star.closeness ?? null,
      shown.change ? t(`network.change.${shown.change}`) : null,
    ];
  });
  return [head, ...rows];
}

/** The selection for other programs: codes, not words, so that a program can count on them. */
export function tableOf(view: NetworkView, selection: Selection, title: string): Table {
  return {
    title,
    nodes: selection.nodes.flatMap((index) => {
      const node = view.nodes[index];
      if (!node) return [];
      const figures = Object.fromEntries(FIGURES.flatMap((figure) => (['mutual', 'either'] as const).map((basis) => [`${figure}_${basis}`, node.figures?.[figure][basis] ?? null])));
      const { id, name: label, x, y, system, service, municipality, district, asked, answered, community, position } = node;
      return [{ id, label, x, y, values: {
        system, service: service ?? null, municipality: municipality ?? null, district: district ?? null, asked, answered, community: community ?? null,
        lat: position?.[0] ?? null, lon: position?.[1] ?? null, ...figures,
      } }];
    }),
    edges: selection.ties.map((shown) => ({
      id: `${shown.a}-${shown.b}`, source: view.nodes[shown.a]?.id ?? '', target: view.nodes[shown.b]?.id ?? '',
      values: {
        evidence: evidenceOf(shown), reported_by: shown.tie?.reported_by ?? null, kinds: shown.tie ? shown.tie.star.kinds.join(' ') : null,
        closeness: shown.tie?.star.closeness ?? null, change: shown.change,
      },
    })),
  };
}
