import { memo, useState } from 'react';
import { Button, ToggleButton } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { SheetRow } from '../../api/sheet';
import { distance } from '../../lib/format';
import { PLAIN, type Asked, type Star } from '../../lib/star';
import { knownServices, useTaxonomy } from '../../lib/taxonomy';
import { StarDetails, useStarWords } from '../../ui/star-details';
import { StarMark } from '../../ui/star-mark';

interface Props {
  row: SheetRow;
  asked: Asked;
  refused: boolean;
  onStar: (office: string, star: Star | null) => void;
}

const SHOWN_SERVICES = 3;
/** Nearer than this is one building, metres. */
const SAME_PLACE_M = 5;

/** One office: the whole row sets the ☆; what can be told of it opens below and may be passed over. */
export const Row = memo(function Row({ row, asked, refused, onStar }: Props) {
  const { t } = useTranslation();
  const on = row.star != null;
  // A ☆ of an earlier visit stays folded: what was told then is read at a glance.
  const [fresh, setFresh] = useState(false);
  return (
    <li className={on ? 'star-row on' : 'star-row'}>
      <ToggleButton
        className="star-toggle" isSelected={on} aria-labelledby={`name-${row.office}`} aria-describedby={`about-${row.office}`}
        onChange={(selected) => {
          setFresh(true);
          onStar(row.office, selected ? PLAIN : null);
        }}
      >
        <StarMark on={on} />
        <span className="star-who">
          <span className="star-name" id={`name-${row.office}`}>{row.name}</span>
          <About row={row} />
        </span>
      </ToggleButton>
      {refused && <p className="field-error">{t('sheet.row_refused')}</p>}
      {row.star && <Told row={row} star={row.star} asked={asked} fresh={fresh} onStar={onStar} />}
    </li>
  );
});

function About({ row }: { row: SheetRow }) {
  const { t, i18n } = useTranslation();
  const taxonomy = useTaxonomy();
  const known = knownServices(taxonomy, row.services, i18n.language);
  const names = known.slice(0, SHOWN_SERVICES);
  if (known.length > SHOWN_SERVICES) names.push(t('office.more_services', { count: known.length - SHOWN_SERVICES }));
  const far = row.distance_m;
  const away = far == null ? null : far < SAME_PLACE_M ? t('office.distance_none') : t('office.distance', { distance: distance(far, i18n.language) });
  return (
    <span className="star-about" id={`about-${row.office}`}>
      {names.length > 0 && <span className="star-services">{names.join(t('list.separator'))}</span>}
      <span>{[row.municipality, away].filter(Boolean).join(' ')}</span>
      {row.last_time && <span className="star-last">{t('sheet.last_time')}</span>}
    </span>
  );
}

function Told({ row, star, asked, fresh, onStar }: Omit<Props, 'refused'> & { star: Star; fresh: boolean }) {
  const { t } = useTranslation();
  const words = useStarWords()(star);
  const [open, setOpen] = useState(fresh);
  if (!asked.kinds && !asked.closeness && !asked.frequency) return null;
  if (open) {
    return (
      <div className="star-told">
        <StarDetails asked={asked} star={star} name={row.name} onChange={(changed) => onStar(row.office, changed)} />
      </div>
    );
  }
  return (
    <p className="star-told small">
      {words && <span>{words} </span>}
      <Button className="link" aria-label={t('sheet.tell_of', { name: row.name })} onPress={() => setOpen(true)}>{t(words ? 'sheet.mend' : 'sheet.tell')}</Button>
    </p>
  );
}
