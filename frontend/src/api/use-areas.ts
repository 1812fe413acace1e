import { useQuery } from '@tanstack/react-query';
import { ownAccountQuery, sessionQuery } from './accounts';
import { regionsQuery } from './queries';
import type { AreaRow } from './types';

export interface AreaGroups {
  /** Areas of the own roles: first, because they are nearly always meant. */
  own: { code: string; name: string }[];
  prefectures: { code: string; name: string; inside: { code: string; name: string }[] }[];
  ready: boolean;
}

/** Areas to choose from; with `action`, only those inside which it may be done. */
export function useAreas(action?: string): AreaGroups {
  const session = useQuery(sessionQuery);
  const signed = Boolean(session.data?.signed);
  const account = useQuery({ ...ownAccountQuery, enabled: signed });
  const regions = useQuery(regionsQuery);
  const grants = account.data?.grants ?? [];
  const own = grants.flatMap((grant) => (grant.scope === 'area' ? [{ code: grant.of, name: grant.name ?? grant.of }] : []));
  const rows = regions.data?.items ?? [];
  const everywhere = !action || session.data?.may_everywhere.includes(action);
  const inside = (row: AreaRow) => lies(row, own.map((area) => area.code), rows);
  const usable = everywhere ? rows : rows.filter(inside);
  const named = ({ code, name }: AreaRow) => ({ code, name });
  const prefectures = rows
    .filter((row) => row.kind === 'prefecture')
    .map((prefecture) => ({
      ...named(prefecture),
      inside: usable.filter((row) => row.code.slice(0, 2) === prefecture.code.slice(0, 2)).map(named),
    }))
    .filter((prefecture) => prefecture.inside.length > 0);
  return {
    own: own.filter((area, at) => own.findIndex((other) => other.code === area.code) === at),
    prefectures,
    ready: regions.isSuccess && session.isSuccess && (!signed || !account.isPending),
  };
}

function lies(row: AreaRow, own: string[], rows: AreaRow[]): boolean {
  for (let at: AreaRow | undefined = row; at; at = rows.find((other) => other.code === at?.parent)) {
    if (own.includes(at.code)) return true;
  }
  return false;
}
