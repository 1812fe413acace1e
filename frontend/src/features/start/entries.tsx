import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EMPTY, toParams, type SearchState } from '../../lib/search-state';
import type { Group } from '../../lib/systems';
import { SystemMark } from '../../ui/system-mark';
import { Terms } from '../../ui/terms';

interface Entry {
  who: 'care_manager' | 'consultant' | 'nurse';
  group: Group;
  searches: { key: string; state: Partial<SearchState> }[];
}

/** Examples each profession starts from: what the other side offers. */
const ENTRIES: Entry[] = [
  {
    who: 'care_manager', group: 'care',
    searches: [
      { key: 'planning', state: { service: ['disability-52'] } },
      { key: 'kyosei', state: { kyosei: true } },
      { key: 'core_center', state: { q: '基幹' } },
    ],
  },
  {
    who: 'consultant', group: 'disability',
    searches: [
      { key: 'care_management', state: { service: ['care-430'] } },
      { key: 'community_center', state: { q: '地域包括' } },
      { key: 'both', state: { both: true } },
    ],
  },
  {
    who: 'nurse', group: 'municipal',
    searches: [
      { key: 'health', state: { system: ['health', 'municipal'] } },
      { key: 'nursing', state: { service: ['care-130'] } },
      { key: 'weekend', state: { open: ['saturday', 'sunday'] } },
    ],
  },
];

export function Entries() {
  const { t } = useTranslation();
  return (
    <section aria-labelledby="entries">
      <h2 id="entries" className="visually-hidden">{t('start.entries')}</h2>
      <ul className="entries">
        {ENTRIES.map((entry) => (
          <li key={entry.who} className="entry">
            <h3><SystemMark group={entry.group} size={28} /> {t(`start.${entry.who}.title`)}</h3>
            <p><Terms>{t(`start.${entry.who}.text`)}</Terms></p>
            <ul>
              {entry.searches.map((search) => (
                <li key={search.key}>
                  <Link to="/search" search={toParams({ ...EMPTY, ...search.state })}>{t(`start.example.${search.key}`)}</Link>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  );
}
