import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerLetter, openLetter, termsQuery, type LetterOpened } from '../../api/entry';
import { date } from '../../lib/format';
import { useTitle } from '../../lib/use-title';
import { BusyButton } from '../../ui/busy-button';
import { TextInput } from '../../ui/form';
import { OfficeCard } from '../../ui/office-card';
import { ErrorPanel, Loading } from '../../ui/states';
import { ThreeButtons, type Pressed } from '../../ui/three-buttons';

/** From a letter's QR code: the token stands behind `#`, which reaches no server, log or referrer. */
export function ConfirmPage() {
  const { t } = useTranslation();
  useTitle(t('confirm.page'), t('shell.name'));
  const [token] = useState(() => location.hash.slice(1));
  const letter = useQuery({
    queryKey: ['letter', token], queryFn: () => openLetter(token), enabled: token !== '', retry: false, staleTime: Infinity, gcTime: 0,
  });
  return (
    <div className="page narrow confirm-page">
      <h1>{t('confirm.page')}</h1>
      {token === '' && <p className="panel warning">{t('confirm.no_token')}</p>}
      {token !== '' && letter.isPending && <Loading />}
      {letter.isError && <ErrorPanel error={letter.error} />}
      {letter.data && <Answer token={token} letter={letter.data} />}
    </div>
  );
}

function Answer({ token, letter }: { token: string; letter: LetterOpened }) {
  const { t, i18n } = useTranslation();
  const [writing, setWriting] = useState(false);
  const [note, setNote] = useState('');
  const send = useMutation({ mutationFn: (answer: Pressed) => answerLetter(token, answer, answer === 'changed' ? note : null) });
  if (send.data) {
    return <p className="panel notice strong" role="status">{t(send.data.state === 'published' ? 'confirm.thanks_right' : 'confirm.thanks_waiting')}</p>;
  }
  function press(answer: Pressed) {
    if (answer === 'changed') setWriting(true);
    else if (answer === 'right' || window.confirm(t('confirm.closed_sure'))) send.mutate(answer);
  }
  return (
    <>
      <p>{t('confirm.text')}</p>
      <div className="panel"><OfficeCard office={letter.office} heading="h2" /><Own letter={letter} /></div>
      <h2>{t('confirm.question')}</h2>
      <ThreeButtons busy={send.isPending} onPress={press} />
      {writing && (
        <div className="panel form">
          <TextInput label={t('confirm.what')} lines={4} value={note} onChange={setNote} most={1000} hint={t('entry.no_clients')} />
          <BusyButton className="button primary" busy={send.isPending} isDisabled={note.trim() === ''} onPress={() => send.mutate('changed')}>
            {t('confirm.send')}
          </BusyButton>
        </div>
      )}
      {send.isError && <ErrorPanel error={send.error} />}
      <p className="small muted">{t('confirm.until', { date: date(letter.ends_at, i18n.language) })}</p>
    </>
  );
}

/** What the office says of itself, in one line each: what 「このままで正しい」 speaks of. */
function Own({ letter }: { letter: LetterOpened }) {
  const { t, i18n } = useTranslation();
  const terms = useQuery(termsQuery).data?.strengths;
  const { contacts, strengths, remarks } = letter.entry;
  const name = (code: string) => {
    const term = terms?.find((one) => one.code === code);
    return (i18n.language === 'en' ? term?.en : term?.ja) ?? code;
  };
  return (
    <dl className="facts">
      {strengths.length > 0 && <><dt>{t('entry.group.strengths')}</dt><dd>{strengths.map((one) => name(one.term)).join(t('list.separator'))}</dd></>}
      {contacts.length > 0 && <><dt>{t('entry.group.contacts')}</dt><dd>{contacts.map((one) => one.role).join(t('list.separator'))}</dd></>}
      {remarks && <><dt>{t('entry.group.remarks')}</dt><dd>{remarks}</dd></>}
    </dl>
  );
}
