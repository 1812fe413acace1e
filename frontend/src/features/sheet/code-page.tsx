import './star-sheet.css';
import { useNavigate } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { grouped } from '../../lib/sheet';
import { useTitle } from '../../lib/use-title';
import { TextField } from '../../ui/text-field';

/** For who holds the paper and cannot read its QR code: the short code printed beside it. */
export function CodePage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState(false);
  useTitle(t('sheet.page'), t('shell.name'));
  function open(event: FormEvent) {
    event.preventDefault();
    const code = grouped(typed);
    setWrong(code === null);
    if (code) void navigate({ to: '/s/$code', params: { code } });
  }
  return (
    <div className="page narrow">
      <h1>{t('sheet.page')}</h1>
      <form className="form panel star-code" onSubmit={open}>
        <TextField
          label={t('sheet.code')} hint={t('sheet.code_hint')} value={typed} autoComplete="off" spellCheck="false"
          onChange={(text) => {
            setTyped(text);
            // A field that is marked wrong holds its form back.
            setWrong(false);
          }}
          error={wrong ? t('sheet.code_wrong') : undefined}
        />
        <Button type="submit" className="button primary">{t('sheet.open')}</Button>
      </form>
    </div>
  );
}
