import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { myQuery } from '../api/my';
import { Icon } from '../ui/icons';

/** The pages asked for less often, and those of a steward's work for whoever may see them. */
export function More({ may, signed }: { may: { somewhere: string[]; everywhere: string[] }; signed: boolean }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { data: my } = useQuery(myQuery);
  const pages = [
    { to: '/network', key: 'network', shown: true },
    { to: '/review', key: 'review', shown: my?.moderates },
    { to: '/import', key: 'import', shown: may.everywhere.includes('import') },
    { to: '/admin/audit', key: 'audit', shown: my?.audits },
    { to: '/surveys', key: 'surveys', shown: may.somewhere.includes('keep_surveys') },
    { to: '/forums', key: 'forums', shown: signed },
    { to: '/organizations', key: 'organizations', shown: true },
    { to: '/glossary', key: 'glossary', shown: true },
    { to: '/about', key: 'about', shown: true },
  ] as const;
  return (
    <MenuTrigger>
      <Button className="nav-more">{t('nav.more')} <Icon name="down" size={14} /></Button>
      <Popover className="popover" placement="bottom end">
        <Menu className="menu" onAction={(to) => void navigate({ to: to as string })}>
          {pages.filter((page) => page.shown).map((page) => (
            <MenuItem key={page.to} id={page.to} className="menu-item">{t(`nav.${page.key}`)}</MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
