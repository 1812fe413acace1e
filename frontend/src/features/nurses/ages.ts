/** 「0～17歳」 「65歳以上」 「すべての年齢」. */
export function ages(t: (key: string, values?: Record<string, unknown>) => string, from: number, to: number | null | undefined): string {
  if (to == null || to >= 120) return from === 0 ? t('nurses.ages.all') : t('nurses.ages.from', { from });
  return from === 0 ? t('nurses.ages.to', { to }) : t('nurses.ages.between', { from, to });
}
