import { useTranslation } from 'react-i18next';
import type { Network, NetworkBox } from '../../api/guide';
import { Terms } from '../../ui/terms';
import { both } from './text';

/** Standard networks as boxes: what the area has, what only the prefecture has, what is missing. */
export function Networks({ networks }: { networks: Network[] }) {
  const { t, i18n } = useTranslation();
  return networks.map((network) => (
    <section key={network.code} aria-labelledby={`network-${network.code}`}>
      <h2 id={`network-${network.code}`}>{both(i18n.language, network.title)}</h2>
      <p className="small"><Terms>{both(i18n.language, network.note)}</Terms></p>
      <div className="network">
        {[...new Set(network.boxes.map((one) => one.group))].map((group) => (
          <div key={group} className="network-group">
            <h3>{t(`guide.group.${group}`)}</h3>
            <ul>{network.boxes.filter((one) => one.group === group).map((one) => <Box key={one.role} box={one} />)}</ul>
          </div>
        ))}
      </div>
    </section>
  ));
}

function Box({ box }: { box: NetworkBox }) {
  const { t, i18n } = useTranslation();
  return (
    <li className={`network-box ${box.state}`}>
      <span><Terms>{both(i18n.language, box.name)}</Terms>{box.added && <span className="pill">{t('guide.box.added')}</span>}</span>
      <span className="small">{t(`guide.box.${box.state}`, { count: box.offices })}{box.connected === false && ` ${t('guide.box.unconnected')}`}</span>
    </li>
  );
}
