import type { Star } from './star';

/** An agency the directory does not hold. */
export interface Unlisted {
  name: string;
  place: string;
  phone: string;
  star: Star;
}

/** What a respondent has changed and the server has not acknowledged: of each row only the last change. */
export interface Pending {
  /** By office; `null` takes the ☆ away. */
  rows: Record<string, Star | null>;
  /** All agencies not listed. */
  unlisted?: Unlisted[] | undefined;
  consents?: boolean | undefined;
  /** What the sheet is to become once everything else has arrived. */
  state?: 'finished' | 'begun' | undefined;
}

/** Parts the server has refused, by office or `unlisted` or `state`: kept, but not sent again until they change. */
export type Refused = ReadonlySet<string>;

export const NOTHING: Pending = { rows: {} };
/** Rows in one request; the server takes 1,000. */
const MOST_ROWS = 200;

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

export function isEmpty(pending: Pending): boolean {
  return Object.keys(pending.rows).length === 0 && !pending.unlisted && !pending.consents && !pending.state;
}

/** Answers that wait; agreeing and finishing are no answers. */
export function waiting(pending: Pending): number {
  return Object.keys(pending.rows).length + (pending.unlisted ? 1 : 0);
}

/** Both, the newer where they speak of the same. */
export function merge(older: Pending, newer: Pending): Pending {
  return tidy({
    rows: { ...older.rows, ...newer.rows },
    unlisted: newer.unlisted ?? older.unlisted,
    consents: newer.consents ?? older.consents,
    state: newer.state ?? older.state,
  });
}

/** What is left once the server has acknowledged `sent`: whatever was changed again meanwhile stays. */
export function without(pending: Pending, sent: Pending): Pending {
  const left = Object.entries(pending.rows).filter(([office, star]) => !(office in sent.rows && same(star, sent.rows[office])));
  return tidy({
    rows: Object.fromEntries(left),
    unlisted: sent.unlisted && same(sent.unlisted, pending.unlisted) ? undefined : pending.unlisted,
    consents: sent.consents ? undefined : pending.consents,
    state: sent.state === pending.state ? undefined : pending.state,
  });
}

/**
 * What to send now, or `null`. Rows, agencies and the state go one after the other, so that one the server refuses does
 * not hold the others back; `single` sends one row at a time, to find the one that was refused. Finishing waits for all
 * that can still be mended.
 */
export function next(pending: Pending, refused: Refused, single: boolean): Pending | null {
  const { consents } = pending;
  const rows = Object.entries(pending.rows).filter(([office]) => !refused.has(office));
  if (rows.length > 0) return tidy({ rows: Object.fromEntries(rows.slice(0, single ? 1 : MOST_ROWS)), consents });
  if (pending.unlisted) return refused.has('unlisted') ? null : tidy({ rows: {}, unlisted: pending.unlisted, consents });
  if (pending.state) return refused.has('state') ? null : tidy({ rows: {}, state: pending.state, consents });
  return consents ? { rows: {}, consents } : null;
}

/** Names of the parts of a request, as `Refused` holds them. */
export function parts(request: Pending): string[] {
  return [...Object.keys(request.rows), ...(request.unlisted ? ['unlisted'] : []), ...(request.state ? ['state'] : [])];
}

/** Rows with what waits laid over them: what somebody has just ticked wins over what the server still says. */
export function laidOver<Row extends { office: string; star?: Star | null | undefined }>(rows: readonly Row[], pending: Pending): Row[] {
  return rows.map((row) => (row.office in pending.rows ? { ...row, star: pending.rows[row.office] ?? null } : row));
}

/** From storage; what is not ours or damaged counts as nothing. */
export function parse(text: string | null): Pending {
  try {
    const found = JSON.parse(text ?? '') as Partial<Pending> | null;
    if (typeof found?.rows !== 'object' || found.rows === null) return NOTHING;
    const unlisted = Array.isArray(found.unlisted) ? found.unlisted : undefined;
    const state = found.state === 'finished' || found.state === 'begun' ? found.state : undefined;
    return tidy({ rows: found.rows, unlisted, consents: found.consents === true ? true : undefined, state });
  } catch {
    return NOTHING;
  }
}

/** For storage; `null` when there is nothing to keep. */
export function written(pending: Pending): string | null {
  return isEmpty(pending) ? null : JSON.stringify(pending);
}

/** Without keys that say nothing, so that equal contents are equal. */
function tidy(pending: Pending): Pending {
  return Object.fromEntries(Object.entries(pending).filter(([, value]) => value !== undefined)) as unknown as Pending;
}
