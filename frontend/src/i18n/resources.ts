const files = import.meta.glob<Record<string, unknown>>('./*/*.json', { eager: true, import: 'default' });

/** Texts of a language: its files joined, each file holding whole top-level groups. */
function texts(language: string): Record<string, unknown> {
  const own = Object.entries(files).filter(([path]) => path.startsWith(`./${language}/`));
  return Object.assign({}, ...own.map(([, content]) => content)) as Record<string, unknown>;
}

export const resources = { ja: { translation: texts('ja') }, en: { translation: texts('en') } };
