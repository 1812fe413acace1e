import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Terms } from '../../ui/terms';

const SHOWN = ['graph', 'blocks', 'gaps', 'waves'] as const;

/** What the page is, for those who may not see it, and how to come in. */
export function Visitor({ signed }: { signed: boolean }) {
  const { t } = useTranslation();
  return (
    <div className="page narrow network-visitor">
      <h1>{t('nav.network')}</h1>
      <p><Terms>{t('network.lead')}</Terms></p>
      <ul>{SHOWN.map((what) => <li key={what}>{t(`network.visitor.${what}`)}</li>)}</ul>
      <section className="panel notice">
        <p>{t(signed ? 'network.visitor.no_role' : 'network.visitor.why')}</p>
        {!signed && <p><Link className="button primary" to="/sign-in" search={{ next: '/network' } as never}>{t('who.sign_in')}</Link></p>}
        <p className="small"><Terms>{t('network.visitor.how')}</Terms></p>
      </section>
      <p className="row">
        <Link className="button" to="/search">{t('nav.search')}</Link>
        <Link className="button" to="/gaps">{t('nav.gaps')}</Link>
      </p>
    </div>
  );
}
