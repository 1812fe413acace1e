import { useEffect, useRef } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Link } from '../../api/types';
import { dateTime } from '../../lib/format';
import { Icon } from '../../ui/icons';
import { SvgImage } from '../../ui/svg-image';

/** A one-time link to hand over: QR code, address and readable code on one sheet of A4. Shown once; nobody can ask for it again. */
export function Slip({ link, onClose }: { link: Link; onClose: () => void }) {
  const { t, i18n } = useTranslation();
  const here = useRef<HTMLHeadingElement>(null);
  useEffect(() => here.current?.focus(), [link]);
  const until = t('accounts.slip.until', { at: dateTime(link.ends_at, i18n.language) });
  return (
    <section className="slip" aria-labelledby="slip">
      <h2 id="slip" ref={here} tabIndex={-1}>{t(`accounts.slip.title.${link.kind}`)}</h2>
      <p>{t('accounts.slip.to', { name: link.name })}</p>
      {link.mailed ? <p role="status">{t('accounts.slip.mailed')} {until}</p> : (
        <div className="slip-body">
          {link.qr && <SvgImage className="qr" svg={link.qr} label={t('accounts.slip.qr')} />}
          <div>
            <ol>
              <li>{t('accounts.slip.step_open')}<br /><span className="long small">{link.url?.split('#')[0]}</span></li>
              <li>{t('accounts.slip.step_code')}</li>
              <li>{t('accounts.slip.step_password')}</li>
            </ol>
            <p className="slip-code" data-code>{link.code}</p>
            <p>{t('sign_in.login')}: <strong>{link.login}</strong><br />{until}</p>
          </div>
        </div>
      )}
      {!link.mailed && <p className="small">{t('accounts.slip.secret')}</p>}
      <p className="row no-print">
        {!link.mailed && <Button className="button primary" onPress={() => window.print()}><Icon name="print" /> {t('accounts.slip.print')}</Button>}
        {link.url && <Button className="button" onPress={() => void navigator.clipboard?.writeText(link.url ?? '')}>{t('accounts.slip.copy')}</Button>}
        <Button className="button" onPress={onClose}>{t('state.close')}</Button>
      </p>
    </section>
  );
}
