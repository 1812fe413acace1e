import './wave.css';
import { useTranslation } from 'react-i18next';

/** 準備中, 受付中, 終了. */
export function WaveState({ state }: { state: string }) {
  const { t } = useTranslation();
  return <span className={`wave-state ${state}`}>{t(`wave.state.${state}`)}</span>;
}
