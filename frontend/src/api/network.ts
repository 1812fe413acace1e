import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { client, take } from './http';
import type { components } from './schema.gen';

/** The network of an area; offices are named by their place in `nodes`. */
type Schemas = components['schemas'];

export type NetworkView = Schemas['NetworkView'];
export type NetworkNode = Schemas['NetworkNode'];
export type NetworkTie = Schemas['NetworkTie'];
export type NetworkWave = Schemas['NetworkWave'];
export type NetworkChange = Schemas['NetworkChange'];
export type NodeFigures = Schemas['NodeFigures'];
export type Range = Schemas['NodeRange'];

/** Which area, and when: without a wave, today; with `since`, also what became of ties. */
export interface NetworkQuestion {
  area: string;
  wave?: string;
  since?: string;
}

export type IntroductionPlan = Schemas['IntroductionPlan'];

/** What a plan of introductions should bring. */
export interface PlanQuestion {
  area: string;
  wave?: string;
  form: 'introductions' | 'meeting';
  objective: 'mean_distance' | 'sole_intermediaries';
  budget: number;
  within_km: number;
}

/** Whom to introduce to whom, or to invite. */
export function planQuery(question: PlanQuestion | null) {
  return queryOptions({
    queryKey: ['plan', question],
    queryFn: ({ signal }) => take<IntroductionPlan>(client.GET('/api/v1/network/plan', { params: { query: question as PlanQuestion }, signal })),
    enabled: question !== null,
    staleTime: 60_000,
  });
}

export function networkQuery(question: NetworkQuestion) {
  return queryOptions({
    queryKey: ['network', question],
    queryFn: ({ signal }) => take<NetworkView>(client.GET('/api/v1/network', { params: { query: question }, signal })),
    enabled: question.area !== '',
    // Offices glide from wave to wave; another area starts anew.
    placeholderData: (before, query) => ((query?.queryKey[1] as NetworkQuestion | undefined)?.area === question.area ? keepPreviousData(before) : undefined),
    staleTime: 60_000,
  });
}
