import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ownAccountQuery, sessionQuery } from '../../api/accounts';
import { officeTiesQuery, type OfficeTie } from '../../api/ties';
import { introducers } from '../../lib/ties';

/** Asked at most: whoever answers for more offices finds them in the graph. */
const NAMED = 3;

/** Who could introduce somebody's own office to this one: partners of both, by ties both sides reported. */
export function Introducers({ id, ties }: { id: string; ties: readonly OfficeTie[] }) {
  const { t } = useTranslation();
  const signed = Boolean(useQuery(sessionQuery).data?.signed);
  const account = useQuery({ ...ownAccountQuery, enabled: signed });
  const own = account.data?.grants.find(({ scope }) => scope === 'office')?.of ?? null;
  const isStrange = own !== null && own !== id && ties.every(({ office }) => office !== own);
  const mine = useQuery({ ...officeTiesQuery(own ?? ''), enabled: isStrange });
  if (!isStrange || !mine.data) return null;
  const found = introducers(ties, mine.data.ties);
  if (found.length === 0) return null;
  return (
    <div className="panel notice">
      <h3>{t('introduce.who')}</h3>
      <p className="small">{t('introduce.who_note')}</p>
      <ul className="tie-links">
        {found.slice(0, NAMED).map(({ office, name }) => <li key={office}><Link to="/offices/$id" params={{ id: office }}>{name}</Link></li>)}
      </ul>
      {found.length > NAMED && <p className="small muted">{t('introduce.who_more', { count: found.length - NAMED })}</p>}
    </div>
  );
}
