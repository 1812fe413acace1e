import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { SheetRow } from '../../api/sheet';
import { waiting } from '../../lib/pending';
import { Confirm } from '../../ui/confirm';
import { StarMark } from '../../ui/star-mark';
import { BusyButton } from '../../ui/busy-button';
import type { PartProps } from './sheet-page';

/** Always in sight: how many ☆, whether they are safe, and the way to the end. */
export function Bar({ sheet, answers, stars }: PartProps & { stars: number }) {
  const { t } = useTranslation();
  const { outbox, outgoing } = answers;
  const ending = outgoing.pending.state === 'finished';
  function finish() {
    outbox.change({ rows: {}, state: 'finished' });
    outbox.flush(true);
  }
  return (
    <div className="star-bar" role="region" aria-label={t('sheet.bar')}>
      <span className="star-sum"><StarMark on={stars > 0} size={26} /> <span className="number">{stars}</span><span className="visually-hidden">{t('sheet.stars', { count: stars })}</span></span>
      <Saved sheet={sheet} outgoing={outgoing} />
      {stars > 0 || ending
        ? <BusyButton className="button primary" busy={ending && outgoing.sending} onPress={finish}>{t('sheet.finish')}</BusyButton>
        : <Confirm className="button primary" label={t('sheet.finish')} question={t('sheet.finish_empty')} onConfirm={finish} />}
    </div>
  );
}

function Saved({ sheet, outgoing }: { sheet: PartProps['sheet']; outgoing: PartProps['answers']['outgoing'] }) {
  const { t, i18n } = useTranslation();
  const { pending, sending, offline, refusal, held } = outgoing;
  const left = waiting(pending);
  const clock = sheet.changed_at ? new Intl.DateTimeFormat(i18n.language === 'en' ? 'en-GB' : 'ja-JP', { timeStyle: 'short' }).format(Date.parse(sheet.changed_at)) : '';
  const text = !held && left > 0 ? t('sheet.not_held')
    : offline ? t(pending.state === 'finished' ? 'sheet.offline_finish' : 'sheet.offline')
      : refusal ? t('sheet.not_saved')
        : sending || left > 0 ? t('sheet.saving')
          : clock ? t('sheet.saved', { time: clock }) : '';
  return (
    <span className={offline || refusal || !held ? 'star-saved is-late' : 'star-saved'}>
      {text}
      {/* Spoken only where something is amiss: 「保存しました」 after every tick would drown the names. */}
      <span className="visually-hidden" role="status">{offline || refusal ? text : ''}</span>
    </span>
  );
}

/** Why the server does not take an answer, and that nothing is lost. */
export function Trouble({ answers, rows }: PartProps & { rows: readonly SheetRow[] }) {
  const { t, i18n } = useTranslation();
  const { refusal, refused } = answers.outgoing;
  if (!refusal || refusal.code === 'looks_personal') return null;
  const names = rows.filter((row) => refused.has(row.office)).map((row) => row.name);
  const key = `sheet.trouble.${refusal.code}`;
  return (
    <div className="panel error" role="alert">
      <h2>{t('sheet.trouble.title')}</h2>
      <p>{i18n.exists(key) ? t(key) : t('sheet.trouble.other')}</p>
      {names.length > 0 && <p>{names.join(t('list.separator'))}</p>}
      <p>{t('sheet.trouble.kept')}</p>
      <Button className="button" onPress={() => answers.outbox.flush(true)}>{t('state.retry')}</Button>
    </div>
  );
}
