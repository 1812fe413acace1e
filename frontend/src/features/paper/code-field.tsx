import { useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { SheetSummary } from '../../api/surveys';
import { findSheets, readCode } from '../../lib/paper';

/** Matches drawn; a name shared by more is typed further. */
const MOST = 8;

/** The code of a sheet, typed or scanned, its first letters, or the name of its office. */
export function CodeField({ sheets, said, onOpen }: { sheets: SheetSummary[]; said: string; onOpen: (code: string) => void }) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [fault, setFault] = useState('');
  const found = findSheets(text, sheets);
  function open() {
    const [only, another] = found;
    if (only && !another) onOpen(only.code);
    else if (text.trim() !== '') setFault(t(another ? 'paper.code.several' : readCode(text) ? 'paper.code.elsewhere' : 'paper.code.unknown', { text: text.trim() }));
  }
  return (
    <form
      className="panel paper-code"
      onSubmit={(event) => {
        event.preventDefault();
        open();
      }}
    >
      <p role="status" className="paper-said">{said}</p>
      <label htmlFor="code">{t('paper.code.label')}</label>
      <div className="row">
        <input
          id="code" type="text" value={text} autoComplete="off" autoCapitalize="characters" spellCheck={false} autoFocus aria-describedby="code-hint"
          aria-invalid={fault !== ''} enterKeyHint="go"
          onChange={(event) => {
            setText(event.target.value);
            setFault('');
          }}
          // Enter of a Japanese conversion is left to the input method.
          onKeyDown={(event) => event.key === 'Enter' && event.nativeEvent.isComposing && event.preventDefault()}
        />
        <Button type="submit" className="button primary">{t('paper.code.open')}</Button>
      </div>
      <p id="code-hint" className="small muted">{t('paper.code.hint')}</p>
      {fault && <p className="field-error" role="alert">{fault}</p>}
      {text.trim().length > 1 && found.length > 0 && (
        <ul className="plain paper-found" aria-label={t('paper.code.found')}>
          {found.slice(0, MOST).map((sheet) => (
            <li key={sheet.code}>
              <Button className="link" onPress={() => onOpen(sheet.code)}>{sheet.name}</Button> <span className="small muted">{sheet.code} {t(`wave.sheet.${sheet.state}`)}</span>
            </li>
          ))}
          {found.length > MOST && <li className="small muted">{t('paper.code.more', { count: found.length - MOST })}</li>}
        </ul>
      )}
    </form>
  );
}
