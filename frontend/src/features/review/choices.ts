/** The key of each choice: `a` takes what is new, `r` leaves things as they are, `m` merges. */
export const KEYS: Record<string, string> = {
  accept: 'a', official: 'a', done: 'a', same: 'm', different: 'r', keep: 'r', reject: 'r',
};

/** The choice a key means among those an item offers. */
export function choiceOf(key: string, choices: readonly string[]): string | undefined {
  return choices.find((choice) => KEYS[choice] === key);
}

export const isMain = (choice: string) => KEYS[choice] !== 'r';
