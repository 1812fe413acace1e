import { useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Conclusion, GuideAnswer } from '../../api/guide';
import { Terms } from '../../ui/terms';
import { Networks } from './networks';
import { StepList } from './steps';
import { asText, both, stepName } from './text';

/** Everything that follows: first whom and when, then why, where to take it, what to hand over. */
export function Outcome({ answer }: { answer: GuideAnswer }) {
  const { t, i18n } = useTranslation();
  const [copied, setCopied] = useState(false);
  const lang = i18n.language;
  async function copy() {
    await navigator.clipboard.writeText(asText(t, lang, answer));
    setCopied(true);
  }
  if (answer.conclusions.length === 0 && answer.open.length === 0) return <p className="panel" role="status">{t('guide.nothing')}</p>;
  return (
    <div className="outcome">
      {answer.unknown_conditions.length > 0 && <p className="flag">{t('guide.unknown', { words: answer.unknown_conditions.join(t('list.separator')) })}</p>}
      <div className="row outcome-head">
        <h2 aria-live="polite">{t('guide.roles', { count: answer.steps.reduce((sum, step) => sum + step.roles.length, 0) })}</h2>
        <span className="row no-print">
          <Button className="button small" onPress={() => window.print()}>{t('guide.print')}</Button>
          <Button className="button small" onPress={() => void copy()}>{t('guide.copy')}</Button>
          {copied && <span role="status" className="small">{t('guide.copied')}</span>}
        </span>
      </div>
      {answer.place ? <p className="small muted">{t('guide.offices_of', { place: answer.place.label })}</p> : <p className="small muted">{t(answer.choices.length ? 'guide.which_place' : 'guide.no_place')}</p>}
      {answer.conditions.filter((one) => one.note).map((one) => <p key={one.code} className="small"><strong>{one.ja}</strong> <Terms>{one.note ?? ''}</Terms></p>)}
      <StepList steps={answer.steps} conclusions={answer.conclusions} />
      {answer.open.length > 0 && (
        <section className="panel notice">
          <h3>{t('guide.open')}</h3>
          <ul>{answer.open.map((one) => <li key={one.id}><Terms>{both(lang, one.title)}</Terms></li>)}</ul>
        </section>
      )}
      <section aria-labelledby="why">
        <h2 id="why">{t('guide.why')}</h2>
        {answer.conclusions.map((one) => <Rule key={one.id} rule={one} />)}
      </section>
      {answer.forums.length > 0 && (
        <section aria-labelledby="forums">
          <h2 id="forums">{t('guide.forums')}</h2>
          <ul className="plain">
            {answer.forums.map((forum) => (
              <li key={forum.code} className="line-item"><strong>{both(lang, forum.name)}</strong> <span className="small muted">{law(forum.law)}</span><br /><span className="small"><Terms>{both(lang, forum.note)}</Terms></span></li>
            ))}
          </ul>
        </section>
      )}
      {answer.guidelines.length > 0 && (
        <section aria-labelledby="guidelines">
          <h2 id="guidelines">{t('guide.guidelines')}</h2>
          {answer.guidelines.map((one) => (
            <p key={one.code} className="line-item"><a href={`/glossary#${one.code}`}>{both(lang, one.name)}</a><br /><span className="small">{t('guide.for_whom')} <Terms>{both(lang, one.whom)}</Terms> / {t('guide.when')} <Terms>{both(lang, one.when)}</Terms></span></p>
          ))}
        </section>
      )}
      {answer.checklists.map((list) => (
        <section key={list.code} aria-labelledby={list.code}>
          <h2 id={list.code}>{t('guide.checklist', { title: both(lang, list.title) })}</h2>
          <table className="checklist">
            <thead><tr><th scope="col">{t('guide.done')}</th><th scope="col">{t('guide.by')}</th><th scope="col">{t('guide.who')}</th><th scope="col">{t('guide.what')}</th></tr></thead>
            <tbody>
              {list.items.map((item) => (
                <tr key={both('ja', item.what)}><td><span className="paper-box" aria-hidden="true" /></td><td>{stepName(t, item)}</td><td>{both(lang, item.role)}</td><td><Terms>{both(lang, item.what)}</Terms></td></tr>
              ))}
            </tbody>
          </table>
        </section>
      ))}
      <Networks networks={answer.networks} />
    </div>
  );
}

export const law = (one: { name: string; article?: string | null }) => [one.name, one.article].filter(Boolean).join(' ');

function Rule({ rule }: { rule: Conclusion }) {
  const { t, i18n } = useTranslation();
  const lang = i18n.language;
  return (
    <article className={`rule ${rule.kind}`} id={`rule-${rule.id}`}>
      <h3><span className="pill">{t(`guide.kind.${rule.kind}`)}</span> {both(lang, rule.title)}</h3>
      <p><Terms>{both(lang, rule.text)}</Terms></p>
      {rule.municipal && <p className="small municipal"><strong>{t('guide.municipal')}</strong> <Terms>{both(lang, rule.municipal)}</Terms></p>}
      <p className="small muted">
        {t('guide.because')} {rule.because.map((fact) => both(lang, fact.label)).join(t('list.separator'))} / {t('guide.law')} {rule.law.map(law).join('、')} / {t('guide.source')} {rule.source}（{rule.date}）
        {rule.of && <> / {t('guide.own_rule', { area: rule.of.name })}</>}
      </p>
    </article>
  );
}
