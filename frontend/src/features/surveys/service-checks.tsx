import { useTranslation } from 'react-i18next';
import type { Selection } from '../../api/surveys';
import { count } from '../../lib/format';
import { toggle } from '../../lib/search-state';
import { isSystem } from '../../lib/systems';
import { serviceName, useTaxonomy, type ServiceName } from '../../lib/taxonomy';
import { Check } from '../../ui/check';
import { SystemMark } from '../../ui/system-mark';

interface Props {
  label: string;
  value: Selection;
  usual: Selection;
  /** How many offices of a service are asked. */
  offices?: (code: string) => number | undefined;
  /** Shut until opened: the usual choice fits nearly always. */
  folded?: boolean;
  onChange: (value: Selection) => void;
}

/** Services by system: the usual ones and those chosen in sight, the others behind one press. */
export function ServiceChecks({ label, value, usual, offices, folded = false, onChange }: Props) {
  const { t } = useTranslation();
  const { systems, services } = useTaxonomy();
  const groups = systems.map((system) => ({ system, all: services.filter((service) => service.system === system.code) }));
  const shown = groups.map(({ system, all }) => (
    <Group key={system.code} system={system} services={all} value={value} usual={usual} offices={offices} onChange={onChange} />
  ));
  if (!folded) return <div className="survey-groups" role="group" aria-label={label}>{shown}</div>;
  return (
    <details>
      <summary>{t('survey.services_chosen', { count: value.services.length })}</summary>
      <div className="survey-groups" role="group" aria-label={label}>{shown}</div>
    </details>
  );
}

interface GroupProps extends Pick<Props, 'value' | 'usual' | 'onChange'> {
  system: { code: string; ja: string; en: string };
  services: ServiceName[];
  offices: Props['offices'] | undefined;
}

function Group({ system, services, value, usual, offices, onChange }: GroupProps) {
  const { t, i18n } = useTranslation();
  const taxonomy = useTaxonomy();
  const lang = i18n.language;
  if (services.length === 0) return null;
  // What is usual stays in sight when it is taken away, or it could not be put back.
  const near = services.filter(({ code }) => usual.services.includes(code) || value.services.includes(code));
  const far = services.filter((service) => !near.includes(service));
  const check = ({ code }: ServiceName) => {
    const number = value.services.includes(code) ? offices?.(code) : undefined;
    return (
      <Check
        key={code} checked={value.services.includes(code)} count={number === undefined ? undefined : t('survey.places', { number: count(number, lang) })}
        onChange={() => onChange({ ...value, services: toggle(value.services, code) })}
      >
        {serviceName(taxonomy, code, lang, 'full')}
      </Check>
    );
  };
  return (
    <fieldset className="survey-group">
      <legend>{isSystem(system.code) && <SystemMark group={system.code} size={18} />} {lang === 'en' ? system.en : system.ja}</legend>
      {near.map(check)}
      {far.length > 0 && (
        <details>
          <summary className="small">{t('survey.other_services', { count: far.length })}</summary>
          {far.map(check)}
        </details>
      )}
    </fieldset>
  );
}
