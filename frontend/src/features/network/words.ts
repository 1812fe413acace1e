import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { NetworkNode, NetworkView, NetworkWave, Range } from '../../api/network';
import { partsQuery, regionsQuery } from '../../api/queries';
import { count, date } from '../../lib/format';
import { serviceName, useTaxonomy } from '../../lib/taxonomy';
import type { ColorBy, Dimension } from './network-state';
import { placeOf } from './selection';

/** Codes and figures of the network in words of the language. */
export interface Words {
  system: (code: string) => string;
  service: (code: string) => string;
  place: (code: string) => string;
  group: (dimension: Dimension, code: string) => string;
  colorGroup: (color: ColorBy, code: string) => string;
  wave: (wave: NetworkWave) => string;
  number: (value: number) => string;
  share: (value: number) => string;
  /** From the smaller to the greater of both readings (some figures fall with more ties), or one number where they are equal. */
  range: (range: Range | undefined, form?: (value: number) => string) => string;
  /** An office in a line for readers of the screen. */
  office: (node: NetworkNode) => string;
}

export function useWords(view: NetworkView): Words {
  const { t, i18n } = useTranslation();
  const taxonomy = useTaxonomy();
  const parts = useQuery(partsQuery(view.area)).data?.items;
  const regions = useQuery(regionsQuery).data?.items;
  const lang = i18n.language;
  return useMemo(() => {
    const ofNodes = view.nodes.map((node) => ({ code: placeOf(node), name: node.place ?? '' })).filter(({ name }) => name !== '');
    const names = new Map([...(regions ?? []), ...(parts ?? []), ...ofNodes].map(({ code, name }) => [code, name]));
    const service = (code: string) => serviceName(taxonomy, code, lang);
    const system = (code: string) => t(`system.short.${code}`);
    const place = (code: string) => names.get(code) ?? (code || t('network.no_place'));
    const number = (value: number) => count(Number(value.toFixed(Math.abs(value) < 10 ? 2 : Math.abs(value) < 100 ? 1 : 0)), lang);
    const range: Words['range'] = (given, form = number) => {
      const [mutual, either] = [given?.mutual ?? null, given?.either ?? null];
      if (mutual === null && either === null) return '–';
      if (mutual === null || either === null) return form(mutual ?? either ?? 0);
      const [low, high] = [form(Math.min(mutual, either)), form(Math.max(mutual, either))];
      return low === high ? low : t('network.range', { low, high });
    };
    return {
      system, service, place, number, range,
      group: (dimension, code) => (dimension === 'type' ? service(code) : dimension === 'system' ? system(code) : place(code)),
      colorGroup: (color, code) => (color === 'community' ? community(view, code, t) : color === 'type' ? service(code) : system(code)),
      wave: (wave) => t('network.wave', { number: wave.number, date: date(wave.opens_on, lang) }),
      share: (value) => t('network.percent', { value: count(Number((value * 100).toFixed(value < 0.1 ? 1 : 0)), lang) }),
      office: (node) => t('network.office_line', { name: node.name, system: system(node.system), degree: range(node.figures?.degree) }),
    };
  }, [t, lang, taxonomy, parts, regions, view]);
}

/** A community has no name of its own: where most of it lies, and how large it is. */
function community(view: NetworkView, code: string, t: (key: string, more: Record<string, unknown>) => string): string {
  const at = view.communities.findIndex(({ id }) => String(id) === code);
  const found = view.communities[at];
  return t('network.community', { number: at + 1, area: found?.area_name ?? '', size: found?.size ?? 0 });
}
