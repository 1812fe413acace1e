import { useQuery } from '@tanstack/react-query';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { outcomeQuery, type Neighbour, type SheetOutcome } from '../../api/sheet';
import { count as number } from '../../lib/format';
import { isSystem } from '../../lib/systems';
import { Icon } from '../../ui/icons';
import { ErrorPanel, Loading } from '../../ui/states';
import { SystemMark } from '../../ui/system-mark';
import { DutyPart } from './duty';
import { placed, type Placed } from './ego-layout';
import { EgoMap, Legend } from './ego-map';
import { Questions } from './questions';
import type { PartProps } from './sheet-page';
import { Contact, Heading, Withdraw } from './start';

/** What the answers came to: the respondent's own surroundings, and nobody else's. */
export function Outcome(props: PartProps) {
  const { code, sheet, answers } = props;
  const { t } = useTranslation();
  const outcome = useQuery(outcomeQuery(code));
  return (
    <div className="page ego-page">
      <Heading sheet={sheet} compact />
      <p className="panel notice strong">{t('sheet.thanks')}</p>
      {outcome.isPending && <Loading />}
      {outcome.isError && <ErrorPanel error={outcome.error} onRetry={() => void outcome.refetch()} />}
      {outcome.data && <Surroundings code={code} outcome={outcome.data} />}
      <section className="star-end no-print">
        {!sheet.can_answer && <p>{t('sheet.over_finished')}</p>}
        <p className="row">
          {sheet.can_answer && (
            <Button className="button" onPress={() => { answers.outbox.change({ rows: {}, state: 'begun' }); answers.outbox.flush(true); }}>{t('sheet.again')}</Button>
          )}
          <Button className="button" onPress={() => window.print()}><Icon name="print" /> {t('sheet.print')}</Button>
          <Withdraw {...props} />
        </p>
        {sheet.can_answer && <p className="small muted">{t('sheet.again_text')}</p>}
        <Contact sheet={sheet} />
      </section>
    </div>
  );
}

function Surroundings({ code, outcome }: { code: string; outcome: SheetOutcome }) {
  const { t, i18n } = useTranslation();
  const places = placed(outcome.neighbours);
  const of = (wanted: (one: Neighbour) => boolean) => outcome.neighbours.filter(wanted).length;
  const facts = { you: of((one) => one.you), they: of((one) => one.they), mutual: of((one) => one.evidence === 'mutual') };
  const figure = (value: number) => number(value, i18n.language);
  return (
    <>
      <dl className="numbers">
        <div><dt>{t('sheet.you_named')}</dt><dd>{figure(facts.you)}</dd></div>
        <div><dt>{t('sheet.named_you')}</dt><dd>{figure(facts.they)}</dd></div>
        <div><dt>{t('sheet.confirmed')}</dt><dd>{figure(facts.mutual)}</dd></div>
        <div><dt>{t('sheet.response')}</dt><dd>{t('sheet.response_of', { finished: figure(outcome.finished), sheets: figure(outcome.sheets) })}</dd></div>
      </dl>
      <p className="small muted">{t('sheet.response_note')}</p>
      <Questions code={code} questions={outcome.questions} />
      <section aria-labelledby="ego-title">
        <h2 id="ego-title">{t('sheet.map')}</h2>
        {places.length === 0 && <p className="panel">{t('sheet.map_empty')}</p>}
        {places.length > 0 && (
          <div className="ego-grid">
            <figure className="panel ego-figure">
              <EgoMap places={places} label={t('sheet.map_label', { name: outcome.office_name, ...facts, count: places.length })} />
              <figcaption><Legend places={places} /></figcaption>
            </figure>
            <Table places={places} />
          </div>
        )}
      </section>
      <DutyPart duty={outcome.duty} />
    </>
  );
}

/** The same as the map, in words. */
function Table({ places }: { places: readonly Placed[] }) {
  const { t } = useTranslation();
  return (
    <table className="ego-table">
      <caption className="visually-hidden">{t('sheet.map')}</caption>
      <thead><tr><th scope="col">{t('sheet.column.number')}</th><th scope="col">{t('sheet.column.office')}</th><th scope="col">{t('sheet.column.tie')}</th></tr></thead>
      <tbody>
        {places.map(({ neighbour, number: at }) => (
          <tr key={neighbour.office}>
            <td className="number right">{at}</td>
            <th scope="row">
              <SystemMark group={isSystem(neighbour.system) ? neighbour.system : 'community'} size={18} /> {neighbour.name}
              {neighbour.municipality && <span className="ego-town small muted"> {neighbour.municipality}</span>}
            </th>
            <td>{t(`tie.seen.${seen(neighbour)}`)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function seen({ evidence, you }: Neighbour): 'mutual' | 'to_non_respondent' | 'you' | 'they' {
  if (evidence === 'mutual' || evidence === 'to_non_respondent') return evidence;
  return you ? 'you' : 'they';
}
