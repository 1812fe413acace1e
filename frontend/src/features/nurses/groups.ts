import type { NurseMap, NurseMapDesk, NurseMapUnit } from '../../api/nurses';
import { hue } from '../../graph/palette';

/** Parts of an area of which the same desks are in charge. */
export interface Group {
  /** Place in the list from 1; 0 where nobody is in charge. */
  number: number;
  /** `null` where nobody is in charge. */
  color: string | null;
  shared: boolean;
  units: NurseMapUnit[];
  /** Its desks, without those in charge everywhere. */
  desks: NurseMapDesk[];
}

export interface Groups {
  groups: Group[];
  /** Desks in charge of every part, named once beside several groups. */
  everywhere: NurseMapDesk[];
}

/** Groups in the order of their first parts; what nobody covers comes last. */
export function groupsOf({ units, desks }: NurseMap): Groups {
  const sets = new Map<string, NurseMapUnit[]>();
  for (const unit of units) {
    const key = `${unit.desks.join()}|${String(unit.shared)}`;
    sets.set(key, [...(sets.get(key) ?? []), unit]);
  }
  const divided = new Set(units.map((unit) => unit.desks.join())).size > 1;
  const everywhere = divided ? desks.filter((_, at) => units.every((unit) => unit.desks.includes(at))) : [];
  const held = [...sets.values()].filter(([first]) => first && first.desks.length > 0);
  const groups = held.map((members, at): Group => {
    const own = (members[0]?.desks ?? []).flatMap((desk) => desks[desk] ?? []).filter((desk) => !everywhere.includes(desk));
    return { number: at + 1, color: hue(at), shared: members[0]?.shared ?? false, units: members, desks: own };
  });
  const nobody = units.filter((unit) => unit.desks.length === 0);
  if (nobody.length > 0) groups.push({ number: 0, color: null, shared: false, units: nobody, desks: [] });
  return { groups, everywhere };
}

/** Towns have no code; their names are told apart within one municipality. */
export const keyOf = (unit: NurseMapUnit): string => unit.code ?? unit.name;
