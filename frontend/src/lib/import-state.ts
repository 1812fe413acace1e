/** How far an import has come. */
export type ImportState = 'reading' | 'ready' | 'running' | 'done' | 'failed' | 'stopped';

/** Whether the server is at work on it. */
export function isBusy(state: ImportState | undefined): boolean {
  return state === 'reading' || state === 'running';
}
