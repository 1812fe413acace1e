import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useLocation, useNavigate } from '@tanstack/react-router';
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { signOut } from '../api/accounts';
import { myQuery } from '../api/my';
import type { Session } from '../api/types';
import { Icon } from '../ui/icons';

/** Who is signed in, with the way to their account and out; or the way in. */
export function Who({ session }: { session: Session }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const client = useQueryClient();
  const { pathname, searchStr } = useLocation();
  const { data: my } = useQuery(myQuery);
  const { signed } = session;
  if (!signed) {
    // The code of a ☆ sheet is a secret: it is not carried through another address.
    const home = ['/sign-in', '/invitation', '/'].includes(pathname) || pathname.startsWith('/s/');
    const at: Record<string, string> = home ? {} : { next: pathname + searchStr };
    return <Link to="/sign-in" search={at} className="who">{t('who.sign_in')}</Link>;
  }
  const news = my?.new ?? 0;
  const act = {
    my: () => navigate({ to: '/my' }),
    account: () => navigate({ to: '/account' }),
    accounts: () => navigate({ to: '/admin/accounts' }),
    due: () => navigate({ to: '/due' }),
    // Whatever was shown to this person must not be shown to the next.
    out: () => signOut().finally(async () => {
      client.clear();
      await navigate({ to: '/' });
      await client.invalidateQueries();
    }),
  };
  return (
    <MenuTrigger>
      <Button className="who" aria-label={t('who.label', { name: signed.name })}>
        <span className="who-name">{signed.name}</span>
        {news > 0 && <span className="who-news">{news}</span>} <Icon name="down" size={14} />
      </Button>
      <Popover className="popover" placement="bottom end">
        <Menu className="menu" onAction={(key) => void act[key as keyof typeof act]()}>
          <MenuItem id="my" className="menu-item">{news > 0 ? t('nav.my_new', { count: news }) : t('nav.my')}</MenuItem>
          <MenuItem id="account" className="menu-item">{t('who.account')}</MenuItem>
          {session.may.includes('confirm_office') && <MenuItem id="due" className="menu-item">{t('who.due')}</MenuItem>}
          {session.may.includes('manage_accounts') && <MenuItem id="accounts" className="menu-item">{t('who.accounts')}</MenuItem>}
          <MenuItem id="out" className="menu-item">{t('who.sign_out')}</MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
