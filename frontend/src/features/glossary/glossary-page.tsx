import './glossary.css';
import { useQuery } from '@tanstack/react-query';
import { Link, useLocation } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { glossaryQuery, type Both, type Glossary } from '../../api/guide';
import { useTitle } from '../../lib/use-title';
import { ErrorPanel, Loading } from '../../ui/states';

/** 用語: the words of both systems side by side, and the five guidelines with whom and when. */
export function GlossaryPage() {
  const { t } = useTranslation();
  const query = useQuery(glossaryQuery);
  const { hash } = useLocation();
  useTitle(t('glossary.title'), t('shell.name'));
  // A link to a term is followed once the terms are there.
  useEffect(() => {
    const place = query.data && hash ? document.getElementById(hash) : null;
    place?.scrollIntoView({ block: place.matches('tr') ? 'center' : 'start' });
  }, [query.data, hash]);
  return (
    <article className="page glossary">
      <h1>{t('glossary.title')}</h1>
      <p>{t('glossary.lead')} <Link to="/guide">{t('nav.guide')}</Link></p>
      {query.isPending && <Loading />}
      {query.isError && <ErrorPanel error={query.error} onRetry={() => void query.refetch()} />}
      {query.data && <Terms glossary={query.data} asked={hash} />}
    </article>
  );
}

/** The one that was asked for is marked. */
function Terms({ glossary, asked }: { glossary: Glossary; asked: string }) {
  const { t, i18n } = useTranslation();
  const text = (one: Both) => (i18n.language === 'en' ? one.en : one.ja);
  const groups = [...new Set(glossary.terms.map((term) => term.group))];
  return (
    <>
      <nav aria-label={t('glossary.contents')} className="no-print">
        <ul className="contents">
          {groups.map((group) => <li key={group}><a href={`#group-${group}`}>{t(`glossary.group.${group}`)}</a></li>)}
          <li><a href="#guidelines">{t('glossary.guidelines')}</a></li>
        </ul>
      </nav>
      {groups.map((group) => (
        <section key={group} aria-labelledby={`group-${group}`}>
          <h2 id={`group-${group}`}>{t(`glossary.group.${group}`)}</h2>
          <table className="term-table">
            <thead><tr><th scope="col">{t('glossary.care')}</th><th scope="col">{t('glossary.disability')}</th><th scope="col">{t('glossary.note')}</th></tr></thead>
            <tbody>
              {glossary.terms.filter((term) => term.group === group).map((term) => (
                <tr key={term.code} id={term.code} aria-current={term.code === asked ? 'true' : undefined}>
                  <td data-label={t('glossary.care')}>{text(term.care)}</td>
                  <td data-label={t('glossary.disability')}>{text(term.disability)}</td>
                  <td className="small">{text(term.note)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ))}
      <section aria-labelledby="guidelines">
        <h2 id="guidelines">{t('glossary.guidelines')}</h2>
        <p>{t('glossary.guidelines_lead')}</p>
        {glossary.guidelines.map((one) => (
          <article key={one.code} id={one.code} className="panel" aria-current={one.code === asked ? 'true' : undefined}>
            <h3>{text(one.name)}</h3>
            <dl className="guideline">
              {(['whom', 'by', 'when', 'how', 'unclear'] as const).map((key) => (
                <div key={key}><dt>{t(`glossary.guideline.${key}`)}</dt><dd>{text(one[key])}</dd></div>
              ))}
            </dl>
          </article>
        ))}
      </section>
    </>
  );
}
