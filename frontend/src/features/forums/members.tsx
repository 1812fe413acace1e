import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Forum } from '../../api/forums';
import { date } from '../../lib/format';
import { WideTable } from '../../ui/wide-table';
import { useSeatName } from './seats';

/** Members with their dates, those who have left included. */
export function Members({ forum }: { forum: Forum }) {
  const { t, i18n } = useTranslation();
  const name = useSeatName();
  if (forum.members.length === 0) return null;
  const seat = (code: string) => {
    const held = forum.seats.find((one) => one.seat.code === code);
    return held ? name(held.seat) : t('forum.seat_gone');
  };
  return (
    <section aria-labelledby="members">
      <h2 id="members">{t('forum.members', { count: forum.members.length })}</h2>
      <WideTable labelledBy="members">
        <table>
          <thead>
            <tr>
              <th scope="col">{t('forum.column.name')}</th><th scope="col">{t('forum.column.seat')}</th>
              <th scope="col">{t('forum.column.since')}</th><th scope="col">{t('forum.column.until')}</th>
            </tr>
          </thead>
          <tbody>
            {forum.members.map((member, at) => (
              <tr key={at}>
                <th scope="row">{member.office ? <Link to="/offices/$id" params={{ id: member.office }}>{member.name}</Link> : member.name}</th>
                <td>{seat(member.seat)}</td>
                <td className="nowrap">{member.since ? date(member.since, i18n.language) : '–'}</td>
                <td className="nowrap">{member.until ? date(member.until, i18n.language) : '–'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </WideTable>
    </section>
  );
}
