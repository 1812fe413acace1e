import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Group, Wave } from '../../api/surveys';
import { count, dateTime } from '../../lib/format';
import { isSystem } from '../../lib/systems';
import { SystemMark } from '../../ui/system-mark';
import { WideTable } from '../../ui/wide-table';

const percent = (rate: number | null | undefined) => (rate == null ? '–' : (rate * 100).toFixed(1));

/** 回収率 with its n and date, then by system and by municipality, the emptiest first. */
export function Progress({ wave, at }: { wave: Wave; at: number }) {
  const { t, i18n } = useTranslation();
  const number = (value: number) => count(value, i18n.language);
  const { all } = wave;
  const facts = [
    ['stars', number(wave.stars)], ['mutual', number(wave.mutual)],
    ['confirmed', wave.confirmation_rate == null ? '–' : t('survey.percent', { value: percent(wave.confirmation_rate) })],
    ['begun', number(all.begun)], ['late', number(all.late)], ['refused', number(all.refused)], ['withdrawn', number(all.withdrawn)],
  ] as const;
  const name = (group: Group) => group.name ?? group.code;
  const areas = [...wave.by_area].sort((a, b) => (a.response_rate ?? 0) - (b.response_rate ?? 0));
  return (
    <section className="panel" aria-labelledby="progress">
      <h2 id="progress">{t('wave.progress')}</h2>
      <div className="wave-top">
        <p className="wave-rate">
          <span className="wave-rate-label">{t('survey.rate')}</span>
          <strong>{percent(all.response_rate)}<span>%</span></strong>
          <span className="wave-rate-n">{t('wave.of', { finished: number(all.finished), sheets: number(all.sheets) })}</span>
          <span className="small muted">{t('wave.as_of', { at: dateTime(new Date(at).toISOString(), i18n.language) })}</span>
        </p>
        <dl className="numbers small-numbers wave-facts">
          {facts.map(([key, value]) => <div key={key}><dt>{t(`wave.fact.${key}`)}</dt><dd>{value}</dd></div>)}
        </dl>
      </div>
      {wave.confirmation_rate == null && <p className="small muted">{t('wave.no_confirmation')}</p>}
      <div className="wave-bars">
        <Bars id="by-system" title={t('wave.by_system')} groups={wave.by_system} name={(group) => (
          <>{isSystem(group.code) && <SystemMark group={group.code} size={18} />} {t(`system.short.${group.code}`)}</>
        )} />
        {areas.length > 1 && <Bars id="by-area" title={t('wave.by_area')} groups={areas} name={name} />}
      </div>
    </section>
  );
}

function Bars({ id, title, groups, name }: { id: string; title: string; groups: Group[]; name: (group: Group) => ReactNode }) {
  const { t, i18n } = useTranslation();
  return (
    <WideTable labelledBy={id}>
      <table className="bars">
        <caption id={id}>{title}</caption>
        <thead>
          <tr>
            <th scope="col">{t('wave.group')}</th>
            <th scope="col" className="right">{t('survey.answered')}</th>
            <th scope="col" className="right">{t('survey.rate')}</th>
          </tr>
        </thead>
        <tbody>
          {groups.map((group) => (
            <tr key={group.code}>
              <th scope="row" className="bar-name">{name(group)}</th>
              <td className="right number">{count(group.finished, i18n.language)} / {count(group.sheets, i18n.language)}</td>
              <td>
                <span className="bar-line">
                  <span className="bar" aria-hidden="true"><span style={{ width: `${(group.response_rate ?? 0) * 100}%` }} /></span>
                  <span className="number">{t('survey.percent', { value: percent(group.response_rate) })}</span>
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </WideTable>
  );
}
