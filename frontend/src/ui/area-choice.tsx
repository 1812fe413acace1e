import { useId } from 'react';
import { useTranslation } from 'react-i18next';

interface Area {
  code: string;
  name: string;
}

interface Props {
  label: string;
  hint?: string;
  value: string;
  areas: { own: Area[]; prefectures: (Area & { inside: Area[] })[] };
  onChange: (code: string) => void;
}

/** The browser's own list of areas, those of the own roles first. */
export function AreaChoice({ label, hint, value, areas, onChange }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const { own, prefectures } = areas;
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} aria-describedby={hint ? `${id}-hint` : undefined} onChange={(event) => onChange(event.target.value)}>
        {value === '' && <option value="">{t('area_choice.none')}</option>}
        {own.length > 0 && <optgroup label={t('area_choice.own')}>{own.map(option)}</optgroup>}
        {prefectures.map((prefecture) => (
          <optgroup key={prefecture.code} label={prefecture.name}>{prefecture.inside.filter((one) => own.every((mine) => mine.code !== one.code)).map(option)}</optgroup>
        ))}
      </select>
      {hint && <span id={`${id}-hint`} className="small muted">{hint}</span>}
    </div>
  );
}

const option = ({ code, name }: Area) => <option key={code} value={code}>{name}</option>;
