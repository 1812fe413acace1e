/** The groups of an entry that are edited and merged apart from each other. */
export const GROUPS = ['contacts', 'strengths', 'availability', 'hours', 'service_areas', 'remarks'] as const;
export type Group = (typeof GROUPS)[number];

const FIELDS: Record<Group, readonly string[]> = {
  contacts: ['contacts'], strengths: ['strengths'], availability: ['availability'], hours: ['hours'],
  service_areas: ['service_areas'],  remarks: ['remarks', 'remarks_inside'],
};

type Body = object;
const value = (body: Body, field: string) => (body as Record<string, unknown>)[field];
const part = (body: Body, group: Group) => FIELDS[group].map((field) => value(body, field) ?? null);
const same = (a: Body, b: Body, group: Group) => canonical(part(a, group)) === canonical(part(b, group));

/** JSON with keys in order and without empty values, which the server leaves out. */
function canonical(of: unknown): string {
  return JSON.stringify(of, (_key, one: unknown) =>
    typeof one === 'object' && one !== null && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).filter(([, v]) => v !== null && v !== undefined && v !== '').sort(([a], [b]) => (a < b ? -1 : 1)))
      : one);
}

export interface Merged<B> {
  /** Mine where only I changed, theirs where only they did, mine where both did until chosen otherwise. */
  entry: B;
  /** Groups only they changed: taken over. */
  taken: Group[];
  /** Groups both changed differently: to be chosen. */
  both: Group[];
}

/** Three states to one, group by group: what was read, what I wrote, what stands now. Nothing of either is lost. */
export function merge<B extends Body>(base: B, mine: B, theirs: B): Merged<B> {
  let entry = mine;
  const taken: Group[] = [];
  const both: Group[] = [];
  for (const group of GROUPS) {
    if (same(base, theirs, group) || same(mine, theirs, group)) continue;
    if (same(base, mine, group)) {
      entry = withGroup(entry, theirs, group);
      taken.push(group);
    } else both.push(group);
  }
  return { entry, taken, both };
}

/** `to` with one group of `from`. */
export function withGroup<B extends Body>(to: B, from: B, group: Group): B {
  return { ...to, ...Object.fromEntries(FIELDS[group].map((field) => [field, value(from, field) ?? null])) };
}

export function changed(base: Body, mine: Body): Group[] {
  return GROUPS.filter((group) => !same(base, mine, group));
}
