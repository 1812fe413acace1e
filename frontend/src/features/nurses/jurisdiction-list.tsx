import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { NurseMap, NurseMapDesk, NurseMapUnit } from '../../api/nurses';
import { telHref } from '../../lib/format';
import { ages } from './ages';
import { keyOf, type Group, type Groups } from './groups';

/** Parts named before the rest is folded away. */
const FIRST = 6;

interface Props {
  map: NurseMap;
  shown: Groups;
  chosen: NurseMapUnit | null;
  /** Goes to a municipality of the prefecture. */
  onOpen: (code: string) => void;
}

/** Says all that the map says: who is in charge of which parts, what several share, and what nobody covers. */
export function JurisdictionList({ map, shown, chosen, onOpen }: Props) {
  const { t } = useTranslation();
  const { groups, everywhere } = shown;
  return (
    <div className="jurisdiction-list">
      <div role="status">
        {chosen && (
          <div className="jurisdiction-chosen">
            <p><strong>{chosen.name}</strong>{chosen.health_center && <span className="small muted"> {chosen.health_center.name}</span>}</p>
            {chosen.desks.length === 0 && <Nobody general={map.general} />}
            <DeskLines desks={chosen.desks.flatMap((desk) => map.desks[desk] ?? [])} />
          </div>
        )}
      </div>
      <ul>
        {groups.map((group) => (
          <li key={group.number}>
            <Mark group={group} />
            <div>
              {group.shared && <p className="small"><span className="shared-mark">{t('nurses.map.shared')}</span></p>}
              {group.number === 0 ? <Nobody general={map.general} /> : <DeskLines desks={group.desks} />}
              {group.number > 0 && group.desks.length === 0 && <p>{t('nurses.map.only_everywhere')}</p>}
              {map.unit === 'municipality' ? <Municipalities units={group.units} onOpen={onOpen} /> : <Parts units={group.units} whole={groups.length === 1} />}
            </div>
          </li>
        ))}
      </ul>
      {everywhere.length > 0 && (
        <details>
          <summary>{t('nurses.map.everywhere', { count: everywhere.length })}</summary>
          <DeskLines desks={everywhere} />
        </details>
      )}
    </div>
  );
}

function Mark({ group }: { group: Group }) {
  return (
    <span className={`jurisdiction-mark${group.color ? '' : ' nobody'}`} style={group.color ? { background: group.color } : undefined} aria-hidden="true">
      {group.number || ''}
    </span>
  );
}

function DeskLines({ desks }: { desks: NurseMapDesk[] }) {
  const { t } = useTranslation();
  return desks.map((desk) => (
    <p key={desk.id}>
      <strong>{desk.name}</strong> {desk.phone && <a className="whole" href={telHref(desk.phone)}>{desk.phone}</a>}{' '}
      <span className="small muted whole">{ages(t, desk.age_from, desk.age_to)}</span>
    </p>
  ));
}

function Nobody({ general }: { general: string[] }) {
  const { t } = useTranslation();
  const places = general.map((code) => t(`nurses.placement.${code}`)).join(t('list.separator'));
  return <p><strong>{t('nurses.map.nobody')}</strong> {places && <span className="small muted">{t('nurses.map.general', { places })}</span>}</p>;
}

/** Municipalities of a prefecture, each leading to its own map. */
function Municipalities({ units, onOpen }: { units: NurseMapUnit[]; onOpen: (code: string) => void }) {
  const { t } = useTranslation();
  return (
    <p className="jurisdiction-towns small">
      {units.map((unit) => (
        <Button key={keyOf(unit)} className="link" onPress={() => onOpen(keyOf(unit))}>
          {unit.mixed ? t('nurses.map.mixed', { name: unit.name }) : unit.name}
        </Button>
      ))}
    </p>
  );
}

function Parts({ units, whole }: { units: NurseMapUnit[]; whole: boolean }) {
  const { t } = useTranslation();
  const names = units.map((unit) => unit.name);
  if (whole && units.length > 1) return <p className="small">{t('nurses.map.all_parts', { count: units.length })}</p>;
  if (names.length <= FIRST + 2) return <p className="small">{names.join(t('list.separator'))}</p>;
  return (
    <details className="small">
      <summary>{names.slice(0, FIRST).join(t('list.separator'))}{t('nurses.matrix.more', { count: names.length - FIRST })}</summary>
      {names.slice(FIRST).join(t('list.separator'))}
    </details>
  );
}
