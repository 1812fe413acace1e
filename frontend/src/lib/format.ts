/** Distance for people: metres below one kilometre, then one decimal below ten. */
export function distance(metres: number, lang: string): string {
  const number = new Intl.NumberFormat(locale(lang), { maximumFractionDigits: metres < 9950 ? 1 : 0 });
  if (metres < 995) return `${Math.max(10, Math.round(metres / 10) * 10)} m`;
  return `${number.format(metres / 1000)} km`;
}

export function count(value: number, lang: string): string {
  return new Intl.NumberFormat(locale(lang)).format(value);
}

/** `2025-12` → 2025年12月 / Dec 2025. Anything else is returned as it is. */
export function edition(value: string | null | undefined, lang: string): string {
  const match = /^(\d{4})-(\d{2})/.exec(value ?? '');
  if (!match) return value ?? '';
  const [, year, month] = match;
  if (lang === 'ja') return `${year}年${Number(month)}月`;
  return new Intl.DateTimeFormat('en-GB', { year: 'numeric', month: 'short', timeZone: 'UTC' }).format(
    Date.UTC(Number(year), Number(month) - 1),
  );
}

export function date(value: string | null | undefined, lang: string): string {
  return moment(value, lang, { dateStyle: 'medium' });
}

export function dateTime(value: string | null | undefined, lang: string): string {
  return moment(value, lang, { dateStyle: 'medium', timeStyle: 'short' });
}

function moment(value: string | null | undefined, lang: string, style: Intl.DateTimeFormatOptions): string {
  const time = value ? Date.parse(value) : NaN;
  return Number.isNaN(time) ? (value ?? '') : new Intl.DateTimeFormat(locale(lang), style).format(time);
}

function locale(lang: string): string {
  return lang === 'en' ? 'en-GB' : 'ja-JP';
}

/** `5730001` → 〒573-0001. */
export function postalCode(value: string): string {
  const digits = value.replace(/\D/g, '');
  return digits.length === 7 ? `〒${digits.slice(0, 3)}-${digits.slice(3)}` : `〒${value}`;
}

/** Address of a `tel:` link; digits and a leading plus only, so that a spelling never breaks the call. */
export function telHref(phone: string): string {
  const digits = phone.normalize('NFKC').replace(/[^\d+]/g, '');
  return `tel:${digits}`;
}

/** A link of a source is followed only over the web: a file could hold `javascript:`. */
export function webHref(url: string | null | undefined): string | null {
  if (!url) return null;
  try {
    const parsed = new URL(/^[a-z][a-z0-9+.-]*:/i.test(url) ? url : `https://${url}`);
    return parsed.protocol === 'http:' || parsed.protocol === 'https:' ? parsed.href : null;
  } catch {
    return null;
  }
}

/** Months between an edition and now; the older, the less one should rely on it. */
export function monthsSince(value: string | null | undefined, now: Date): number | null {
  const match = /^(\d{4})-(\d{2})/.exec(value ?? '');
  if (!match) return null;
  return (now.getFullYear() - Number(match[1])) * 12 + now.getMonth() + 1 - Number(match[2]);
}
