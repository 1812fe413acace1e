import { useEffect, useState } from 'react';
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { withFonts } from '../../graph/embed-fonts';
import { gexf, graphml } from '../../graph/formats';
import { png } from '../../graph/png';
import { nameWidth } from '../../graph/name-width';
import { sceneSvg } from '../../graph/scene';
import { copy } from '../../lib/copy';
import { csv } from '../../lib/csv';
import { save } from '../../lib/save';
import { Icon } from '../../ui/icons';
import { basis, legendOf } from './legend-of';
import { PrintSheet } from './print-sheet';
import type { Shared } from './shared';
import { officeRows, tableOf, tieRows } from './table-of';

const KINDS = ['png', 'svg', 'print', 'csv_offices', 'csv_ties', 'gexf', 'graphml', 'link'] as const;
type Kind = (typeof KINDS)[number];

/** What is shown, to take along. */
export function ExportMenu({ view, state, selection, picture, words }: Shared) {
  const { t } = useTranslation();
  const [said, setSaid] = useState('');
  const [sheet, setSheet] = useState<string | null>(null);
  useEffect(() => {
    if (sheet === null) return;
    window.print();
    setSheet(null);
  }, [sheet]);

  const title = t('network.export.title', { area: view.area_name });
  const name = `network-${view.area}-${view.on}`;
  const svg = () =>
    sceneSvg(picture, { title, notes: [basis(view, picture, words, t), t('network.export.source')], legend: legendOf(view, state, picture, words, t).filter((row) => row.shape ?? row.line) }, nameWidth);
  const text = (ending: string, type: string, content: string) => save(`${name}.${ending}`, new Blob([content], { type: `${type};charset=utf-8` }));
  const acts: Record<Kind, () => unknown> = {
    png: async () => save(`${name}.png`, await png(svg())),
    svg: async () => text('svg', 'image/svg+xml', await withFonts(svg())),
    print: () => setSheet(svg()),
    csv_offices: () => text('offices.csv', 'text/csv', csv(officeRows(view, selection.nodes, words, t))),
    csv_ties: () => text('ties.csv', 'text/csv', csv(tieRows(view, selection, t))),
    gexf: () => text('gexf', 'application/gexf+xml', gexf(tableOf(view, selection, title))),
    graphml: () => text('graphml', 'application/graphml+xml', graphml(tableOf(view, selection, title))),
    link: () => copy(location.href),
  };
  async function take(kind: Kind) {
    try {
      const done = await acts[kind]();
      setSaid(t(done === false ? 'network.export.failed' : kind === 'link' ? 'network.export.copied' : 'network.export.done'));
    } catch {
      setSaid(t('network.export.failed'));
    }
  }
  return (
    <>
      <MenuTrigger>
        <Button className="button small"><Icon name="upload" size={18} /> {t('network.export.label')}</Button>
        <Popover className="popover" placement="bottom end">
          <Menu className="menu" onAction={(kind) => void take(kind as Kind)}>
            {KINDS.map((kind) => <MenuItem key={kind} id={kind} className="menu-item">{t(`network.export.${kind}`)}</MenuItem>)}
          </Menu>
        </Popover>
      </MenuTrigger>
      <span className="visually-hidden" role="status">{said}</span>
      {sheet !== null && <PrintSheet svg={sheet} />}
    </>
  );
}
