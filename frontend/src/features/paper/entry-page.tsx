import './paper.css';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { sheetsQuery, waveQuery } from '../../api/surveys';
import { useTitle } from '../../lib/use-title';
import { ErrorPanel, Loading } from '../../ui/states';
import { CodeField } from './code-field';
import { SheetEntry, type Done } from './sheet-entry';

/** 紙の入力: code, row numbers, done; one sheet after the other without the mouse. */
export function EntryPage() {
  const { t } = useTranslation();
  const { id } = useParams({ from: '/waves/$id/entry' });
  const client = useQueryClient();
  const wave = useQuery(waveQuery(id));
  const sheets = useQuery(sheetsQuery(id));
  const [code, setCode] = useState('');
  const [done, setDone] = useState<Done[]>([]);
  const [said, setSaid] = useState('');
  useTitle(t('paper.title'), t('shell.name'));
  if (wave.isPending || sheets.isPending) return <Loading />;
  if (!wave.data || !sheets.data) return <div className="page"><ErrorPanel error={wave.error ?? sheets.error} onRetry={() => { void wave.refetch(); void sheets.refetch(); }} /></div>;

  function leave(sheet: Done | null) {
    setCode('');
    setSaid(sheet ? t(`paper.done.${sheet.state}`, { name: sheet.name, count: sheet.stars }) : '');
    if (sheet) setDone((old) => [sheet, ...old.filter((other) => other.code !== sheet.code)]);
    void client.invalidateQueries({ queryKey: ['wave', id] });
    void client.invalidateQueries({ queryKey: ['surveys'] });
  }

  return (
    <div className="page paper-page">
      <p className="small paper-up"><Link to="/waves/$id" params={{ id }}>{wave.data.design.title} {t('survey.wave_number', { number: wave.data.wave.number })}</Link></p>
      <div className="paper-head">
        <h1>{t('paper.title')}</h1>
        <p className="small muted number">{t('wave.of', { finished: wave.data.all.finished, sheets: wave.data.all.sheets })}</p>
      </div>
      {wave.data.wave.state === 'draft' ? <p className="panel notice">{t('paper.draft')}</p> : (
        <>
          {code === '' && <CodeField sheets={sheets.data.items} said={said} onOpen={setCode} />}
          {code !== '' && <SheetEntry key={code} code={code} onLeave={leave} />}
          {code === '' && done.length > 0 && (
            <section aria-labelledby="done">
              <h2 id="done">{t('paper.done.title', { count: done.length })}</h2>
              <ul className="plain">
                {done.map((sheet) => (
                  <li key={sheet.code} className="row">
                    <span>{sheet.name}</span> <span className="small muted">{t(`paper.done.short.${sheet.state}`, { count: sheet.stars })}</span>
                    <Button className="link small" aria-label={t('paper.again_of', { name: sheet.name })} onPress={() => setCode(sheet.code)}>{t('paper.again')}</Button>
                  </li>
                ))}
              </ul>
            </section>
          )}
        </>
      )}
    </div>
  );
}
