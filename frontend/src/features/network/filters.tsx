import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { SYSTEMS, isSystem } from '../../lib/systems';
import { KINDS } from '../../lib/star';
import { EVIDENCE } from '../../lib/ties';
import { Check } from '../../ui/check';
import { Choose } from '../../ui/form';
import { SystemMark } from '../../ui/system-mark';
import { Chips } from './chips';
import { groupsOf } from './picture-of';
import { placeOf } from './selection';
import type { Shared } from './shared';

const CORES = ['2', '3', '4', '5', '6', '8', '10'] as const;

/** What is left out. */
export function Filters({ view, state, update, words }: Shared) {
  const { t } = useTranslation();
  const systems = SYSTEMS.filter((system) => view.nodes.some((node) => node.system === system));
  const types = useMemo(() => groupsOf(view, 'type'), [view]);
  const places = useMemo(() => [...new Set(view.nodes.map(placeOf))].filter((code) => code !== '').sort(), [view]);
  return (
    <>
      <Chips
        label={t('system.label')} chosen={state.systems.filter(isSystem)} onChange={(chosen) => update({ systems: chosen })}
        options={systems.map((system) => [system, <><SystemMark key="mark" group={system} size={16} />{words.system(system)}</>] as const)}
      />
      <Chips
        label={t('network.evidence')} options={EVIDENCE.map((code) => [code, t(`tie.evidence.${code}`)] as const)}
        chosen={EVIDENCE.filter((code) => state.evidence.includes(code))} onChange={(evidence) => update({ evidence })}
      />
      <Chips
        label={t('network.kinds')} options={KINDS.map((code) => [code, t(`tie.kind.${code}`)] as const)}
        chosen={KINDS.filter((code) => state.kinds.includes(code))} onChange={(kinds) => update({ kinds })}
      />
      <Many label={t('network.types')} codes={types} chosen={state.types} name={words.service} onChange={(chosen) => update({ types: chosen })} />
      <Many label={t('network.places')} codes={places} chosen={state.places} name={words.place} onChange={(chosen) => update({ places: chosen })} />
      <Choose
        label={t('network.answered')} value={state.answered} none={t('network.any')}
        options={[['yes', t('network.answered_yes')], ['no', t('network.answered_no')]]}
        onChange={(answered) => update({ answered: answered as '' | 'yes' | 'no' })}
      />
      <Choose
        label={t('network.core')} value={state.core === 0 ? '' : String(state.core)} none={t('network.any')}
        options={CORES.map((k) => [k, t('network.core_at_least', { k })] as const)} onChange={(core) => update({ core: Number(core) })}
      />
    </>
  );
}

interface ManyProps {
  label: string;
  codes: readonly string[];
  chosen: readonly string[];
  name: (code: string) => string;
  onChange: (chosen: string[]) => void;
}

/** Check boxes folded away: there may be forty. */
function Many({ label, codes, chosen, name, onChange }: ManyProps) {
  const { t } = useTranslation();
  return (
    <details className="network-many">
      <summary>{chosen.length > 0 ? t('network.some', { label, count: chosen.length }) : label}</summary>
      <div role="group" aria-label={label}>
        {codes.map((code) => (
          <Check key={code} checked={chosen.includes(code)} onChange={(on) => onChange(on ? [...chosen, code] : chosen.filter((one) => one !== code))}>
            {name(code)}
          </Check>
        ))}
      </div>
    </details>
  );
}
