import { useMutation, useQuery } from '@tanstack/react-query';
import { useState, type KeyboardEvent } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { paperSheetQuery, savePaper, type Agency, type PaperAnswer, type PaperSheet } from '../../api/surveys';
import { readLine } from '../../lib/paper';
import { BusyButton } from '../../ui/busy-button';
import { Confirm } from '../../ui/confirm';
import { ErrorPanel, Loading } from '../../ui/states';
import { Agencies } from './agencies';
import { applied, askedOf, changesOf, numbered, starsOf, wholeOf } from './answers';
import { Entered } from './entered';
import { LineField } from './line-field';

/** A sheet that was put away. */
export interface Done {
  code: string;
  name: string;
  stars: number;
  state: 'finished' | 'refused';
}

/** One sheet; left with what became of it, or with `null` when it was only put back. */
export function SheetEntry({ code, onLeave }: { code: string; onLeave: (done: Done | null) => void }) {
  const { t } = useTranslation();
  const sheet = useQuery(paperSheetQuery(code));
  if (sheet.isPending) return <Loading />;
  if (!sheet.data) return <ErrorPanel error={sheet.error} onRetry={() => void sheet.refetch()}><Button className="button" onPress={() => onLeave(null)}>{t('paper.back')}</Button></ErrorPanel>;
  return <Paper sheet={sheet.data} onLeave={onLeave} />;
}

function Paper({ sheet, onLeave }: { sheet: PaperSheet; onLeave: (done: Done | null) => void }) {
  const { t } = useTranslation();
  const rows = numbered(sheet.rows);
  const asked = askedOf(sheet);
  const [start] = useState(() => starsOf(sheet.rows));
  const [stars, setStars] = useState(start);
  const [agencies, setAgencies] = useState<Agency[]>(sheet.unlisted);
  const [line, setLine] = useState('');
  const [last, setLast] = useState<string[]>([]);
  const [refused, setRefused] = useState('');
  const [writing, setWriting] = useState(false);
  const read = readLine(line, rows.size, asked);
  // One after the other: a ☆ set and taken away again must not arrive the other way round.
  const save = useMutation({ mutationFn: (answer: PaperAnswer) => savePaper(sheet.code, answer), scope: { id: `paper ${sheet.code}` } });
  const end = useMutation({
    mutationFn: ({ answer }: { answer: PaperAnswer; done: Done }) => savePaper(sheet.code, answer),
    scope: { id: `paper ${sheet.code}` },
    onSuccess: (_, { done }) => onLeave(done),
  });

  /** Takes the line over; the ☆ after it, or `null` when the line cannot be read and stays. */
  function take(): typeof stars | null {
    if (read.kind === 'empty') return stars;
    if (read.kind === 'fault') {
      setRefused(t(`paper.fault.${read.fault.code}`, { at: read.fault.at, last: rows.size }));
      return null;
    }
    const changes = changesOf(read, rows, stars);
    const next = applied(stars, changes);
    setStars(next);
    setLast(changes.map(({ office }) => office));
    setLine('');
    setRefused('');
    save.mutate({ rows: changes });
    return next;
  }
  function change(next: string) {
    setLine(next);
    setRefused('');
  }
  function finish() {
    if (writing) return setRefused(t('paper.agency.unfinished'));
    const next = end.isPending ? null : take();
    if (!next) return;
    end.mutate({
      answer: { rows: wholeOf(start, next), unlisted: agencies, state: 'finished' },
      done: { code: sheet.code, name: sheet.office_name, stars: next.size + agencies.length, state: 'finished' },
    });
  }
  const refuse = () => end.mutate({
    answer: { rows: [], unlisted: [], state: 'refused' }, done: { code: sheet.code, name: sheet.office_name, stars: 0, state: 'refused' },
  });
  function keys(event: KeyboardEvent) {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return;
    event.preventDefault();
    finish();
  }

  return (
    <div onKeyDownCapture={keys}>
      <section className="panel paper-sheet" aria-labelledby="office">
        <div className="paper-head">
          <h2 id="office">{sheet.office_name}</h2>
          <p className="small muted"><code>{sheet.code}</code> {t('paper.rows', { count: rows.size })}</p>
        </div>
        {sheet.state !== 'waiting' && <p className="panel warning small">{t('paper.already', { state: t(`wave.sheet.${sheet.state}`), count: start.size })}</p>}
        <LineField value={line} read={read} rows={rows} stars={stars} asked={asked} fault={refused} onChange={change} onEnter={take} />
        <Entered sheet={sheet} stars={stars} last={last} />
        {save.isError && !end.isError && <ErrorPanel error={save.error}><p>{t('paper.not_saved')}</p></ErrorPanel>}
      </section>
      <Agencies agencies={agencies} asked={asked} onChange={setAgencies} onWriting={setWriting} />
      {end.isError && <ErrorPanel error={end.error} />}
      <div className="row paper-end">
        <BusyButton className="button primary" busy={end.isPending} onPress={finish}>{t('paper.finish')}</BusyButton>
        <Confirm className="button" label={t('paper.refuse')} question={t('paper.refuse_question', { name: sheet.office_name })} onConfirm={refuse} />
        <Button className="button" onPress={() => onLeave(null)}>{t('paper.put_back')}</Button>
      </div>
    </div>
  );
}
