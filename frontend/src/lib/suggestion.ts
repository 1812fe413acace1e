export interface SuggestionLike {
  kind: 'office' | 'organization' | 'service' | 'area' | 'term';
  label: string;
  detail?: string | null;
  id?: string | null;
  code?: string | null;
  q?: string | null;
}

const ICONS = { office: 'home', organization: 'layers', service: 'star', area: 'map', term: 'info' } as const;

/** What the search box shows for the suggestions. */
export function choices(suggestions: readonly SuggestionLike[], kindName: (kind: SuggestionLike['kind']) => string) {
  return suggestions.map((suggestion, index) => ({
    id: String(index),
    icon: ICONS[suggestion.kind],
    label: suggestion.label,
    detail: suggestion.detail ?? null,
    kind: kindName(suggestion.kind),
  }));
}

export type Target =
  | { to: 'office'; id: string }
  | { to: 'organization'; id: string }
  | { to: 'glossary'; code: string }
  | { to: 'search'; q: string; service: string | null; area: string | null };

/** Where choosing a suggestion leads: to the thing itself, or to a search filtered by it. */
export function target(suggestion: SuggestionLike): Target {
  const { kind, id, code, label, q } = suggestion;
  if ((kind === 'office' || kind === 'organization') && id) return kind === 'office' ? { to: 'office', id } : { to: 'organization', id };
  if (kind === 'service' && code) return { to: 'search', q: q ?? '', service: code, area: null };
  if (kind === 'term' && code) return { to: 'glossary', code };
  if (kind === 'area' && code) return { to: 'search', q: q ?? '', service: null, area: code };
  return { to: 'search', q: q ?? label, service: null, area: null };
}
