import { useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { LineMark } from './line-mark';
import { legendOf, type LegendRow } from './legend-of';
import { OUTLINES } from '../../lib/shapes';
import { WIDE, useMedia } from '../../lib/use-media';
import type { Shared } from './shared';

/** What sizes, colours and lines mean, and what the drawing rests on. */
export function Legend({ view, state, picture, words }: Shared) {
  const { t } = useTranslation();
  const wide = useMedia(WIDE);
  const [open, setOpen] = useState(wide);
  const rows = legendOf(view, state, picture, words, t);
  return (
    <div className="legend network-legend">
      <Button className="legend-toggle" aria-expanded={open} onPress={() => setOpen(!open)}>{t('network.legend.title')}</Button>
      {open && <ul>{rows.map((row) => <li key={row.text}><Mark row={row} />{row.text}</li>)}</ul>}
    </div>
  );
}

function Mark({ row }: { row: LegendRow }) {
  if (row.line) return <LineMark line={row.line} color={row.color} width={row.width} />;
  if (!row.shape) return null;
  return (
    <svg className="mark" width={16} height={16} viewBox="0 0 24 24" aria-hidden="true"><path d={OUTLINES[row.shape]} fill={row.color} /></svg>
  );
}
