import type { NetworkView } from '../../api/network';
import type { Picture } from '../../graph/picture';
import type { NetworkState, Update } from './network-state';
import type { Selection } from './selection';
import type { Words } from './words';

/** What every part of the page is given. */
export interface Shared {
  view: NetworkView;
  state: NetworkState;
  update: Update;
  selection: Selection;
  picture: Picture;
  words: Words;
}
