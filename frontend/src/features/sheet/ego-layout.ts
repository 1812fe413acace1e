import type { Neighbour } from '../../api/sheet';
import { ordered } from '../../lib/ties';

/** A neighbour on the map, with the number it has in the list beside. */
export interface Placed {
  neighbour: Neighbour;
  number: number;
  /** From the middle, in units of the radius; x to the right, y downwards. */
  x: number;
  y: number;
}

/** More than this stand in two rings, in turn, or their marks would touch. */
const ONE_RING = 28;
const INNER = 0.76;

/** Around the middle from the top, clockwise; systems are parted by the room of one. */
export function placed(neighbours: readonly Neighbour[]): Placed[] {
  const all = ordered(neighbours);
  const systems = new Set(all.map((one) => one.system)).size;
  const room = all.length + (systems > 1 ? systems : 0);
  let slot = 0.5;
  let before = all[0]?.system;
  return all.map((neighbour, at) => {
    if (neighbour.system !== before) slot += 1;
    before = neighbour.system;
    const angle = (slot / room) * 2 * Math.PI - Math.PI / 2;
    slot += 1;
    const ring = all.length > ONE_RING && at % 2 === 1 ? INNER : 1;
    return { neighbour, number: at + 1, x: Math.cos(angle) * ring, y: Math.sin(angle) * ring };
  });
}
