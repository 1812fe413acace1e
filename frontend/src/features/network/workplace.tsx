import { useMemo, useState, type ReactNode } from 'react';
import { Button, Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { NetworkView } from '../../api/network';
import { WIDE, useMedia } from '../../lib/use-media';
import { Icon } from '../../ui/icons';
import { Controls } from './controls';
import { ExportMenu } from './export-menu';
import { GraphView } from './graph-view';
import { Lists } from './lists';
import { MapOfTies } from './map-of-ties';
import { MatrixView } from './matrix-view';
import { Moments } from './moments';
import { VIEWS, type NetworkState, type Update, type View } from './network-state';
import { pictureOf } from './picture-of';
import { opening, select } from './selection';
import { Side } from './side';
import { useWords } from './words';

interface Props {
  view: NetworkView;
  state: NetworkState;
  update: Update;
  choice: ReactNode;
  busy: boolean;
}

/** The four views of one selection, with what is chosen beside them. */
export function Workplace({ view, state, update, choice, busy }: Props) {
  const { t } = useTranslation();
  const wide = useMedia(WIDE);
  const [sheet, setSheet] = useState(false);
  const words = useWords(view);
  const selection = useMemo(() => select(view, state), [view, state]);
  const picture = useMemo(() => pictureOf(view, state, selection), [view, state, selection]);
  const open = opening(view, state).view;
  const shared = { view, state, update, selection, picture, words };
  const controls = <Controls {...shared} />;
  return (
    <div className="network-page" data-busy={busy || undefined}>
      <div className="network-head">
        <h1>{t('nav.network')}</h1>
        {choice}
        <Moments view={view} state={state} update={update} />
      </div>
      <Tabs className="network-body" selectedKey={open} onSelectionChange={(key) => update({ view: key as View })}>
        <div className="network-bar">
          <TabList className="network-tabs" aria-label={t('network.views')}>
            {VIEWS.map((one) => <Tab key={one} id={one} className="network-tab">{t(`network.view.${one}`)}</Tab>)}
          </TabList>
          <p className="network-count small" role="status">{t('network.shown', { offices: selection.nodes.length, ties: selection.ties.length })}</p>
          {!wide && (
            <Button className="button small" aria-expanded={sheet} aria-controls="network-controls" onPress={() => setSheet(!sheet)}>
              <Icon name="filter" size={18} /> {t('network.controls')}
            </Button>
          )}
          <p className="visually-hidden" role="status" data-testid="gathered">{selection.picked.length > 0 && t('network.picked.said', { count: selection.picked.length })}</p>
          <ExportMenu {...shared} />
        </div>
        <div className="network-main">
          {(wide || sheet) && (
            <section id="network-controls" className={wide ? 'network-controls' : 'network-controls sheet-open'} aria-label={t('network.controls')}>
              {controls}
              {!wide && <Button className="button primary wide" onPress={() => setSheet(false)}>{t('network.apply')}</Button>}
            </section>
          )}
          <div className="network-view">
            <TabPanel id="graph" className="network-panel"><GraphView {...shared} /></TabPanel>
            <TabPanel id="map" className="network-panel"><MapOfTies {...shared} /></TabPanel>
            <TabPanel id="matrix" className="network-panel"><MatrixView {...shared} /></TabPanel>
            <TabPanel id="list" className="network-panel"><Lists {...shared} /></TabPanel>
          </div>
          <Side {...shared} />
        </div>
      </Tabs>
    </div>
  );
}
