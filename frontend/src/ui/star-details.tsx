import './star.css';
import { useState } from 'react';
import { Button, ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { CLOSENESS, FREQUENCIES, KINDS, type Asked, type Star } from '../lib/star';

interface Props {
  asked: Asked;
  star: Star;
  /** The partner, for readers of the screen. */
  name: string;
  onChange: (star: Star) => void;
}

/** What can be told of a ☆: small, and all of it may be passed over. */
export function StarDetails({ asked, star, name, onChange }: Props) {
  const { t } = useTranslation();
  const [more, setMore] = useState(!asked.kinds || star.closeness !== null || star.frequency !== null);
  return (
    <div className="star-details">
      {asked.kinds && (
        <ToggleButtonGroup
          className="chips" selectionMode="multiple" aria-label={t('tie.kinds_of', { name })} selectedKeys={star.kinds}
          onSelectionChange={(keys) => onChange({ ...star, kinds: KINDS.filter((kind) => keys.has(kind)) })}
        >
          {KINDS.map((kind) => <ToggleButton key={kind} id={kind} className="chip">{t(`tie.kind.${kind}`)}</ToggleButton>)}
        </ToggleButtonGroup>
      )}
      {!more && (asked.closeness || asked.frequency) && (
        <Button className="link star-more" aria-label={t('tie.more_of', { name })} onPress={() => setMore(true)}>{t('tie.more')}</Button>
      )}
      {more && asked.closeness && (
        <One
          label={t('tie.closeness_of', { name })} shown={t('tie.closeness_title')} codes={CLOSENESS} text="tie.closeness"
          chosen={star.closeness === null ? null : String(star.closeness)}
          onChange={(code) => onChange({ ...star, closeness: code === null ? null : Number(code) })}
        />
      )}
      {more && asked.frequency && (
        <One
          label={t('tie.frequency_of', { name })} shown={t('tie.frequency_title')} codes={FREQUENCIES} text="tie.frequency" chosen={star.frequency}
          onChange={(code) => onChange({ ...star, frequency: code })}
        />
      )}
    </div>
  );
}

interface OneProps {
  label: string;
  shown: string;
  codes: readonly string[];
  text: 'tie.closeness' | 'tie.frequency';
  chosen: string | null;
  onChange: (code: string | null) => void;
}

/** One of a few, or none: pressing the chosen one takes it back. */
function One({ label, shown, codes, text, chosen, onChange }: OneProps) {
  const { t } = useTranslation();
  return (
    <div className="star-one">
      <span className="small muted" aria-hidden="true">{shown}</span>
      <ToggleButtonGroup
        className="chips" aria-label={label} selectedKeys={chosen === null ? [] : [chosen]}
        onSelectionChange={(keys) => onChange(codes.find((code) => keys.has(code)) ?? null)}
      >
        {codes.map((code) => <ToggleButton key={code} id={code} className="chip">{t(`${text}.${code}`)}</ToggleButton>)}
      </ToggleButtonGroup>
    </div>
  );
}

/** What is told of a ☆, in one line; nothing when nothing is. */
export function useStarWords(): (star: Star) => string {
  const { t } = useTranslation();
  return ({ kinds, closeness, frequency }) =>
    [
      kinds.map((kind) => t(`tie.kind.${kind}`)).join(t('list.separator')),
      closeness === null ? '' : t(`tie.closeness.${String(closeness)}`),
      frequency === null ? '' : t(`tie.frequency.${frequency}`),
    ].filter(Boolean).join(' / ');
}
