import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

/** What stands in place of the import for whoever may not import. */
export function Closed({ signedIn }: { signedIn: boolean }) {
  const { t } = useTranslation();
  return (
    <section className="panel notice" aria-labelledby="closed">
      <h2 id="closed">{t('import.closed.title')}</h2>
      <p>{t('import.closed.text')}</p>
      {!signedIn && <p><Link className="button primary" to="/sign-in" search={{ next: '/import' }}>{t('import.closed.sign_in')}</Link></p>}
    </section>
  );
}
