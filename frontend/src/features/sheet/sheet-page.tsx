import './star-sheet.css';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { sheetQuery, type Sheet } from '../../api/sheet';
import { waiting, type Pending } from '../../lib/pending';
import { useTitle } from '../../lib/use-title';
import { ErrorPanel, Loading } from '../../ui/states';
import { Outcome } from './outcome';
import { Rows } from './rows';
import { Closed, Early, Start } from './start';
import { useAnswers } from './use-answers';

/** The ☆ sheet behind a personal link. The code in the address is the right to it: it goes into no title and no referrer. */
export function SheetPage() {
  const { t } = useTranslation();
  const { code } = useParams({ from: '/s/$code' });
  useTitle(t('sheet.page'), t('shell.name'));
  useNoReferrer();
  return <Opened key={code} code={code} />;
}

function useNoReferrer(): void {
  useEffect(() => {
    const meta = document.createElement('meta');
    meta.name = 'referrer';
    meta.content = 'no-referrer';
    document.head.append(meta);
    return () => meta.remove();
  }, []);
}

function Opened({ code }: { code: string }) {
  const { t } = useTranslation();
  const sheet = useQuery(sheetQuery(code));
  const { refetch, isError } = sheet;
  useEffect(() => {
    if (!isError) return;
    const again = () => void refetch();
    window.addEventListener('online', again);
    return () => window.removeEventListener('online', again);
  }, [isError, refetch]);
  const answers = useAnswers(code);
  const { outgoing } = answers;
  if (sheet.data) return <View code={code} sheet={sheet.data} answers={answers} />;
  return (
    <div className="page narrow">
      <h1>{t('sheet.page')}</h1>
      {sheet.isPending && <Loading />}
      {sheet.isError && (
        <ErrorPanel error={sheet.error} onRetry={() => void refetch()}>
          <p>{t('sheet.code_hint')}</p>
        </ErrorPanel>
      )}
      {sheet.isError && waiting(outgoing.pending) > 0 && <p className="panel notice">{t('sheet.kept', { count: waiting(outgoing.pending) })}</p>}
    </div>
  );
}

type Part = 'early' | 'closed' | 'start' | 'rows' | 'outcome';

/** Which part of the way the respondent is on. What waits on this device counts as done. */
function partOf(sheet: Sheet, pending: Pending): Part {
  if (sheet.wave_state === 'draft') return 'early';
  if (sheet.state === 'finished' && pending.state !== 'begun') return 'outcome';
  if (!sheet.can_answer) return 'closed';
  const answering = sheet.state === 'begun' || sheet.state === 'finished' || (sheet.consented && sheet.state === 'waiting');
  return answering || pending.consents ? 'rows' : 'start';
}

function View({ code, sheet, answers }: { code: string; sheet: Sheet; answers: ReturnType<typeof useAnswers> }) {
  const client = useQueryClient();
  const part = partOf(sheet, answers.outgoing.pending);
  const top = useRef<HTMLDivElement>(null);
  const shown = useRef(part);
  // A new part is read from its beginning, as a new page would be.
  useEffect(() => {
    if (shown.current === part) return;
    shown.current = part;
    window.scrollTo(0, 0);
    top.current?.focus({ preventScroll: true });
  }, [part]);
  const again = () => client.invalidateQueries({ queryKey: sheetQuery(code).queryKey, exact: true });
  const shared = { code, sheet, answers, onChanged: again };
  return (
    <div ref={top} tabIndex={-1} className="star-page">
      {part === 'early' && <Early {...shared} />}
      {part === 'closed' && <Closed {...shared} />}
      {part === 'start' && <Start {...shared} />}
      {part === 'rows' && <Rows {...shared} />}
      {part === 'outcome' && <Outcome {...shared} />}
    </div>
  );
}

/** What every part of the page is given. */
export interface PartProps {
  code: string;
  sheet: Sheet;
  answers: ReturnType<typeof useAnswers>;
  /** The sheet has become another on the server. */
  onChanged: () => Promise<void>;
}
