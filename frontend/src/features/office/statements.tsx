import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { suggestQuery } from '../../api/queries';
import { answerTie, endTie, officeTiesQuery, stateTie, type OfficeTies, type Statement, type TieAnswer } from '../../api/ties';
import { date } from '../../lib/format';
import { ALL_ASKED, PLAIN, type Star } from '../../lib/star';
import { useDebounced } from '../../lib/use-debounced';
import { BusyButton } from '../../ui/busy-button';
import { Confirm } from '../../ui/confirm';
import { SearchBox } from '../../ui/search-box';
import { StarDetails, useStarWords } from '../../ui/star-details';
import { StarMark } from '../../ui/star-mark';
import { ErrorPanel } from '../../ui/states';
import { Terms } from '../../ui/terms';

const ANSWERS = ['yes', 'no', 'elsewhere'] as const;

/** ☆ set between surveys: what the office says, what others say of it, and a place to add one. */
export function Statements({ id, name, ties }: { id: string; name: string; ties: OfficeTies }) {
  const { t } = useTranslation();
  const standing = ties.statements.filter((said) => said.ended_on == null);
  const own = standing.filter((said) => said.office === id);
  const others = standing.filter((said) => said.partner === id);
  if (standing.length === 0 && !ties.may_state) return null;
  return (
    <div className="panel tie-own no-print">
      <h3>{t('tie.between')}</h3>
      <p className="small muted"><Terms>{t('tie.between_text')}</Terms></p>
      {standing.length > 0 && (
        <ul>
          {others.map((said) => <Received key={said.id} office={id} said={said} may={ties.may_state} />)}
          {own.map((said) => <Own key={said.id} office={id} said={said} may={ties.may_state} />)}
        </ul>
      )}
      {ties.may_state && <Add office={id} name={name} />}
    </div>
  );
}

/** Runs a change, after which the ties are others. */
function useChange<Input>(office: string, change: (input: Input) => Promise<unknown>) {
  const client = useQueryClient();
  return useMutation({ mutationFn: change, onSuccess: () => client.invalidateQueries({ queryKey: officeTiesQuery(office).queryKey }) });
}

/** A ☆ another office has set beside this one: the partner says once whether it is so. */
function Received({ office, said, may }: { office: string; said: Statement; may: boolean }) {
  const { t } = useTranslation();
  const words = useStarWords()(said.star);
  const say = useChange(office, (answer: TieAnswer) => answerTie(said.id, answer));
  const asks = may && said.answer == null;
  return (
    <li>
      <p id={`said-${said.id}`}>
        <StarMark on size={20} /> {t('tie.received', { name: said.office_name })}{words && <span className="small muted"> {words}</span>}
        {asks && <span className="strong"> {t('tie.together')}</span>}
      </p>
      {asks && (
        <div className="row" role="group" aria-labelledby={`said-${said.id}`}>
          {ANSWERS.map((answer) => <BusyButton key={answer} className="button" busy={say.isPending} onPress={() => say.mutate(answer)}>{t(`tie.answer.${answer}`)}</BusyButton>)}
        </div>
      )}
      {said.answer != null && <p className="small muted">{t('tie.answered', { answer: t(`tie.answer.${said.answer}`) })}</p>}
      {say.isError && <ErrorPanel error={say.error} />}
    </li>
  );
}

/** A ☆ this office has set. */
function Own({ office, said, may }: { office: string; said: Statement; may: boolean }) {
  const { t, i18n } = useTranslation();
  const words = useStarWords()(said.star);
  const end = useChange(office, () => endTie(said.id));
  const answer = said.answer == null ? t('tie.not_answered') : t('tie.partner_answered', { answer: t(`tie.answer.${said.answer}`) });
  return (
    <li className="tie-said">
      <p>
        <StarMark on size={20} /> <span className="strong">{said.partner_name}</span>{words && <span className="small muted"> {words}</span>}
        <span className="small muted"> {t('tie.since', { date: date(said.stated_on, i18n.language) })} {answer}</span>
      </p>
      {may && <Confirm className="button small" label={t('tie.end')} question={t('tie.end_sure', { name: said.partner_name })} onConfirm={() => end.mutate(undefined)} />}
      {end.isError && <ErrorPanel error={end.error} />}
    </li>
  );
}

/** A partner by search, then what can be told of it. */
function Add({ office, name }: { office: string; name: string }) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [partner, setPartner] = useState<{ id: string; label: string } | null>(null);
  const [star, setStar] = useState<Star>(PLAIN);
  const asked = useDebounced(text.trim(), 150);
  const suggestions = useQuery(suggestQuery(asked)).data?.items ?? [];
  const found = text.trim() === '' ? [] : suggestions.flatMap(({ id, kind, label, detail }) =>
    (kind === 'office' && id && id !== office ? [{ id, label, detail: detail ?? null, icon: 'star' as const, kind: t('suggestion.office') }] : []));
  const save = useChange(office, (to: string) => stateTie(office, to, star));
  function choose(id: string) {
    const one = found.find((candidate) => candidate.id === id);
    if (!one) return;
    setText('');
    setStar(PLAIN);
    save.reset();
    setPartner(one);
  }
  return (
    <div className="tie-add">
      <h4>{t('tie.add', { name })}</h4>
      <SearchBox
        value={text} label={t('tie.find')} placeholder={t('tie.find')} choices={found} onChange={setText} onChoose={choose}
        onSubmit={() => found.length === 1 && found[0] && choose(found[0].id)}
      />
      {partner && (
        <div className="tie-new">
          <p><StarMark on size={24} /> <span className="strong">{partner.label}</span></p>
          <StarDetails asked={ALL_ASKED} star={star} name={partner.label} onChange={setStar} />
          <p className="row">
            <BusyButton
              className="button primary" busy={save.isPending}
              onPress={() => save.mutate(partner.id, { onSuccess: () => setPartner(null) })}
            >
              {t('tie.save')}
            </BusyButton>
            <Button className="button" onPress={() => setPartner(null)}>{t('state.cancel')}</Button>
          </p>
        </div>
      )}
      <p role="status" className="small strong">{save.isSuccess && !partner && t('tie.saved')}</p>
      {save.isError && <ErrorPanel error={save.error} />}
    </div>
  );
}
