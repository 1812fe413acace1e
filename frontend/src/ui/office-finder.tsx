import { useTranslation } from 'react-i18next';
import { SearchBox } from './search-box';

interface Found {
  kind: string;
  id?: string | null;
  label: string;
  detail?: string | null;
}

interface Props {
  label: string;
  text: string;
  /** What the directory suggests for the text; only its offices count. */
  found: readonly Found[];
  onText: (text: string) => void;
  onPick: (office: { id: string; name: string }) => void;
}

/** Finds one office of the directory by its name. */
export function OfficeFinder({ label, text, found, onText, onPick }: Props) {
  const { t } = useTranslation();
  const offices = found.flatMap(({ kind, id, label: name, detail }) => (kind === 'office' && id ? [{ id, name, detail }] : []));
  const pick = (id: string | undefined) => {
    const office = offices.find((one) => one.id === id);
    if (office) onPick({ id: office.id, name: office.name });
  };
  return (
    <SearchBox
      value={text} label={label} placeholder={t('office_finder.placeholder')}
      choices={offices.map(({ id, name, detail }) => ({ id, label: name, detail: detail ?? null, icon: 'home', kind: t('suggestion.office') }))}
      onChange={onText} onChoose={pick} onSubmit={() => offices.length === 1 && pick(offices[0]?.id)}
    />
  );
}
