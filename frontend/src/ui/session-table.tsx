import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { browserOf } from '../lib/browser';
import { dateTime } from '../lib/format';
import { WideTable } from './wide-table';

interface Session {
  id: string;
  opened_at: string;
  used_at: string;
  agent: string;
  current: boolean;
}

/** Sessions with browser and times; with `onEnd`, each but the one at work can be ended. */
export function SessionTable({ sessions, onEnd }: { sessions: readonly Session[]; onEnd?: (id: string) => void }) {
  const { t, i18n } = useTranslation();
  return (
    <WideTable label={t('account.sessions.title')}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('account.sessions.browser')}</th>
            <th scope="col">{t('account.sessions.opened')}</th>
            <th scope="col">{t('account.sessions.used')}</th>
            {onEnd && <td />}
          </tr>
        </thead>
        <tbody>
          {sessions.map((session) => (
            <tr key={session.id}>
              <th scope="row" title={session.agent}>{browserOf(session.agent) ?? t('account.sessions.unknown')}</th>
              <td className="nowrap">{dateTime(session.opened_at, i18n.language)}</td>
              <td className="nowrap">{dateTime(session.used_at, i18n.language)}</td>
              {onEnd && (
                <td className="nowrap">
                  {session.current ? t('account.sessions.current') : <Button className="button small" onPress={() => onEnd(session.id)}>{t('account.sessions.end')}</Button>}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </WideTable>
  );
}
