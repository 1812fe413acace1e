import { useTranslation } from 'react-i18next';
import { BusyButton } from './busy-button';

export type Pressed = 'right' | 'changed' | 'closed';

/** 「このままで正しい」「変わったところがある」「閉鎖しました」. */
export function ThreeButtons({ busy, onPress }: { busy: boolean; onPress: (answer: Pressed) => void }) {
  const { t } = useTranslation();
  return (
    <div className="answers" role="group" aria-label={t('confirm.buttons')}>
      <BusyButton className="button primary" busy={busy} onPress={() => onPress('right')}>{t('confirm.right')}</BusyButton>
      <BusyButton className="button" busy={busy} onPress={() => onPress('changed')}>{t('confirm.changed')}</BusyButton>
      <BusyButton className="button" busy={busy} onPress={() => onPress('closed')}>{t('confirm.closed')}</BusyButton>
    </div>
  );
}
