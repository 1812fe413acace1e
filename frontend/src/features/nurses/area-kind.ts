/** `community_area:27210:3` says its kind; five digits are a prefecture, a municipality or a ward. */
export function kindOf(code: string): string {
  const [kind] = code.split(':');
  if (kind && kind !== code) return kind;
  return code.endsWith('000') ? 'prefecture' : 'municipality,ward';
}
