import { useTranslation } from 'react-i18next';
import type { Mark } from '../../api/types';

const DOUBTS = ['outside_municipality', 'outside_japan', 'no_position', 'unusable', 'damaged', 'unknown_municipality'];

/** What was mended or is doubtful, in words. Doubts stand open; what was certainly mended is folded away. */
export function Marks({ marks, precision }: { marks: readonly Mark[]; precision?: string | undefined }) {
  const { t, i18n } = useTranslation();
  const doubts = marks.filter((mark) => DOUBTS.includes(mark.kind));
  const mended = marks.filter((mark) => !DOUBTS.includes(mark.kind));
  if (marks.length === 0) return null;
  const line = (mark: Mark, index: number) => (
    <li key={index}>
      {text(mark)}
      {mark.original && <span className="muted"> {t('mark.original', { value: mark.original })}</span>}
    </li>
  );
  return (
    <section className="marks" aria-labelledby="marks">
      <h2 id="marks">{t('mark.title')}</h2>
      {doubts.length > 0 && <ul className="panel warning">{doubts.map(line)}</ul>}
      {mended.length > 0 && (
        <details>
          <summary>{t('mark.mended', { count: mended.length })}</summary>
          <ul>{mended.map(line)}</ul>
        </details>
      )}
    </section>
  );

  function text(mark: Mark): string {
    const middle = precision === 'town' || precision === 'municipality' ? `_${precision}` : '';
    const key = `mark.kind.${mark.kind}${middle}`;
    const field = i18n.exists(`field.${mark.field}`) ? t(`field.${mark.field}`) : mark.field;
    return t(i18n.exists(key) ? key : `mark.kind.${mark.kind}`, { field });
  }
}
