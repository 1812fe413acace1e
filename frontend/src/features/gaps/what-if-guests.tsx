import { useQueries } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { WhatIfChoices } from '../../api/gaps';
import { officeQuery } from '../../api/queries';
import { Terms } from '../../ui/terms';
import { OfficeChoice } from './office-choice';
import { MOST_GUESTS } from './what-if-state';

interface Props {
  choices: WhatIfChoices;
  guests: readonly string[];
  onChange: (guests: string[]) => void;
}

/** Who is brought together: two who are introduced, or up to ten who train together. */
export function Guests({ choices, guests, onChange }: Props) {
  const { t } = useTranslation();
  const [picked, setPicked] = useState('');
  const offices = useQueries({ queries: guests.map((id) => officeQuery(id)) });
  const free = { ...choices, offices: choices.offices.filter(({ id }) => !guests.includes(id)) };
  const known = free.offices.some(({ id }) => id === picked);
  return (
    <>
      <div className="what-if-choose">
        <p className="small"><Terms>{t('what_if.guests.lead', { most: MOST_GUESTS })}</Terms></p>
        {guests.length < MOST_GUESTS && (
          <>
            <OfficeChoice label={t('what_if.guests.office')} value={picked} choices={free} onChange={setPicked} />
            <div>
              <Button className="button small" isDisabled={!known} onPress={() => { onChange([...guests, picked]); setPicked(''); }}>{t('what_if.guests.add')}</Button>
            </div>
          </>
        )}
      </div>
      <section aria-labelledby="what-if-guests">
        <h2 id="what-if-guests" className="what-if-guests-head">{t('what_if.guests.title', { count: guests.length })}</h2>
        {guests.length < 2 && <p className="small muted">{t('what_if.guests.more')}</p>}
        <ul className="what-if-guests">
          {guests.map((id, at) => {
            const name = offices[at]?.data?.name ?? '…';
            return (
              <li key={id}>
                <span>{name}</span>
                <Button className="button small" aria-label={t('what_if.guests.remove_name', { name })} onPress={() => onChange(guests.filter((guest) => guest !== id))}>{t('what_if.guests.remove')}</Button>
              </li>
            );
          })}
        </ul>
      </section>
    </>
  );
}
