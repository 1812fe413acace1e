interface DatasetLike {
  dataset: string;
  edition?: string | null;
  rows: number;
  gone: number;
  imported_at?: string | null;
  credit?: string | null;
}

export interface Family {
  /** First part of the data sets' names (`kaigo`), a key of `source.*`. */
  family: string;
  sets: number;
  rows: number;
  gone: number;
  /** Newest of its data sets. */
  edition: string | null;
  imported_at: string | null;
  credit: string | null;
}

/** Order of display; data sets of other families are listed only one by one. */
const FAMILIES = ['kaigo', 'wamnet', 'medical', 'opendata', 'municipal', 'points', 'areas', 'population', 'base_map'];

/** Data sets by where they come from: an official source is dozens of files, one a service. */
export function families(datasets: readonly DatasetLike[]): Family[] {
  const found = new Map<string, Family>();
  for (const set of datasets) {
    const family = set.dataset.split(':')[0] ?? set.dataset;
    const known = found.get(family) ?? { family, sets: 0, rows: 0, gone: 0, edition: null, imported_at: null, credit: null };
    found.set(family, {
      family,
      sets: known.sets + 1,
      rows: known.rows + set.rows,
      gone: known.gone + set.gone,
      edition: newer(known.edition, set.edition),
      imported_at: newer(known.imported_at, set.imported_at),
      credit: known.credit ?? set.credit ?? null,
    });
  }
  return FAMILIES.flatMap((family) => found.get(family) ?? []);
}

function newer(known: string | null, other: string | null | undefined): string | null {
  return other && (!known || other > known) ? other : known;
}
