import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Check } from '../../ui/check';
import { Choose } from '../../ui/form';
import { Chips } from './chips';
import { Filters } from './filters';
import { BASES, COLORS, LAYERS, LINE_MODES, SIZES, parse, type NetworkState } from './network-state';
import { OfficePick } from './office-pick';
import { opening } from './selection';
import type { Shared } from './shared';

/** How the network is drawn, how much of it, and the way between two offices. */
export function Controls(shared: Shared) {
  const { view, state, update } = shared;
  const { t } = useTranslation();
  const filtered = FILTERS.some((key) => String(state[key]) !== String(USUAL[key]));
  return (
    <>
      <OfficePick label={t('network.find')} view={view} value={state.office} onChange={(office) => update({ office })} />
      <Around {...shared} />
      <fieldset className="network-controls-set">
        <legend>{t('network.look')}</legend>
        <Choose
          label={t('network.color')} value={state.color} options={COLORS.map((code) => [code, t(`network.color_by.${code}`)] as const)}
          onChange={(color) => update({ color: color as NetworkState['color'] }, { replace: true })}
        />
        <Choose
          label={t('network.size')} value={state.size} options={SIZES.map((code) => [code, t(`network.figure.${code}`)] as const)}
          onChange={(size) => update({ size: size as NetworkState['size'] }, { replace: true })}
        />
        <Chips
          single label={t('network.basis')} options={BASES.map((code) => [code, t(`network.basis_of.${code}`)] as const)} chosen={[state.basis]}
          onChange={([basis = 'mutual']) => update({ basis }, { replace: true })}
        />
        <Chips
          single label={t('network.line')} options={LINE_MODES.map((code) => [code, t(`network.line_by.${code}`)] as const)} chosen={[state.line]}
          onChange={([line = 'evidence']) => update({ line }, { replace: true })}
        />
        <Chips
          label={t('network.layers')} options={LAYERS.map((code) => [code, t(`network.layer.${code}`)] as const)} chosen={state.layers}
          onChange={(layers) => update({ layers: layers.length > 0 ? layers : ['ties'] }, { replace: true })}
        />
      </fieldset>
      <fieldset className="network-controls-set">
        <legend>{t('network.filters')}</legend>
        <Filters {...shared} />
        {filtered && <p><Button className="link" onPress={() => update(Object.fromEntries(FILTERS.map((key) => [key, USUAL[key]])))}>{t('network.filters_clear')}</Button></p>}
      </fieldset>
      <fieldset className="network-controls-set">
        <legend>{t('network.way.title')}</legend>
        <OfficePick label={t('network.way.from')} view={view} value={state.from} onChange={(from) => update({ from })} />
        <OfficePick label={t('network.way.to')} view={view} value={state.to} onChange={(to) => update({ to })} />
      </fieldset>
    </>
  );
}

const USUAL = parse({});
const FILTERS = ['systems', 'types', 'places', 'evidence', 'kinds', 'answered', 'core', 'largest'] as const;

/** How much is shown: one or two steps around an office, or all. */
function Around({ view, state, update }: Shared) {
  const { t } = useTranslation();
  const { ego } = opening(view, state);
  // Without an office in the middle there is nothing to go steps from.
  const middle = ego || state.office;
  const name = view.nodes.find((node) => node.id === ego)?.name;
  return (
    <div className="network-around">
      <Chips
        single label={t('network.range_title')} chosen={[ego === '' ? 'all' : String(state.steps)]}
        options={middle === '' ? [['all', t('network.steps.all')]] : [['1', t('network.steps.one')], ['2', t('network.steps.two')], ['all', t('network.steps.all')]]}
        onChange={([steps = 'all']) => update(steps === 'all' ? { ego: '' } : { ego: middle, steps: steps === '2' ? 2 : 1 })}
      />
      {name !== undefined && <p className="small muted">{t('network.around', { name })}</p>}
      {ego === '' && state.office === '' && <p className="small muted">{t('network.around_hint')}</p>}
      <Check checked={state.largest} onChange={(largest) => update({ largest })}>{t('network.largest')}</Check>
    </div>
  );
}
