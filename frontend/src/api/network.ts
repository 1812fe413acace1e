import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { take } from './http';

export interface Range { mutual: number | null; either: number | null }
export interface NodeFigures {
  degree: Range; betweenness: Range; constraint: Range; core: Range; sole_intermediary: Range; articulation: Range; cross_system: Range;
  duty: { tied: string[]; existing: string[] } | null;
}
export interface NetworkNode {
  id: string; name: string; system: string; service: string | null; services: string[]; municipality: string | null; district: string | null;
  position: [number, number] | null; inside: boolean; asked: boolean; answered: boolean; x: number; y: number; community: number | null;
  figures: NodeFigures | null;
}
export interface NetworkTie {
  a: number; b: number; evidence: string; reported_by: string;
  star: { kinds: string[]; closeness: number | null; frequency: string | null }; bridge: boolean;
}
export interface NetworkWave { id: string; survey: string; number: number; opens_on: string; closes_on: string }
export interface NetworkBlock { a: string; b: string; pairs: number; mutual: number; either: number | null }
export interface NetworkFigure { code: string; mutual: number | null; either: number | null; p: number | null }
export interface NetworkCommunity { id: number; size: number; systems: Record<string, number>; area: string | null; area_name: string | null }
export interface ChangedFigure {
  code: string; before_mutual: number; before_either: number; after_mutual: number; after_either: number; least: number; greatest: number;
}
export interface NetworkChange {
  since: string; ties: { a: number; b: number; change: string }[]; counts: Record<string, number>;
  systems: { a: string; b: string; counts: Record<string, number> }[]; figures: ChangedFigure[];
}
export interface NetworkView {
  area: string; area_name: string; wave: string | null; on: string; waves: NetworkWave[]; asked: number; answered: number;
  response_rate: number | null; confirmation_rate: number | null; sees_all: boolean; own: number[]; nodes: NetworkNode[]; ties: NetworkTie[];
  hidden: { from: string; to: string; count: number | null }[]; communities: NetworkCommunity[]; blocks: NetworkBlock[];
  figures: NetworkFigure[]; links: { kind: string; a: number; b: number }[]; forums: { id: string; name: string; members: number[] }[];
  change: NetworkChange | null;
}

/** The network of an area at one moment; with `since`, what became of its ties. */
export function networkQuery(params: { area: string; wave?: string; since?: string }) {
  return queryOptions({
    queryKey: ['network', params],
    queryFn: async ({ signal }) => {
      const response = await fetch(`/api/v1/network?${new URLSearchParams(params).toString()}`, { signal });
      const answer: unknown = await response.json();
      return take<NetworkView>(Promise.resolve({ data: answer, error: answer, response }));
    },
    enabled: params.area !== '',
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
}
