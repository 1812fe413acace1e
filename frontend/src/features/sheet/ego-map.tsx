import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { LETTER, OUTLINES } from '../../lib/shapes';
import { LOOKS, isSystem } from '../../lib/systems';
import { EVIDENCE } from '../../lib/ties';
import { WIDE, useMedia } from '../../lib/use-media';
import type { Placed } from './ego-layout';

/** More names than these run into each other; half as many in two lines. */
const MOST_NAMES = 18;
const MOST_IN_TWO_LINES = 11;
/** Letters of a line. */
const LETTERS = 10;
const LINE_HEIGHT = 17;
const MARK = 24;
/** Where a line ends before a mark or the star, so that arrows are seen. */
const [BEFORE_MARK, BEFORE_STAR] = [17, 26];

/** Names have their room at both sides. */
const FRAMES = {
  names: { width: 700, height: 430, radius: 165 },
  numbers: { width: 390, height: 390, radius: 150 },
};

/** The respondent as a star in the middle of those it named or is named by. Everything on it is in the list beside. */
export function EgoMap({ places, label }: { places: readonly Placed[]; label: string }) {
  const wide = useMedia(WIDE);
  const frame = wide && places.length <= MOST_NAMES ? FRAMES.names : FRAMES.numbers;
  const [cx, cy] = [frame.width / 2, frame.height / 2];
  const arrow = useId();
  return (
    <svg className="ego-map" viewBox={`0 0 ${String(frame.width)} ${String(frame.height)}`} role="img" aria-label={label}>
      <defs>
        <marker id={arrow} viewBox="0 0 10 10" refX="9" refY="5" markerWidth="9" markerHeight="9" markerUnits="userSpaceOnUse" orient="auto-start-reverse">
          <path d="M0 0.500L10 5L0 9.500z" className="ego-arrow" />
        </marker>
      </defs>
      {places.map((place) => <Line key={place.neighbour.office} place={place} frame={frame} arrow={arrow} />)}
      {places.map((place) => <Node key={place.neighbour.office} place={place} frame={frame} lines={frame === FRAMES.numbers ? 0 : places.length <= MOST_IN_TWO_LINES ? 2 : 1} />)}
      <g transform={`translate(${String(cx - 24)} ${String(cy - 24)}) scale(2)`}>
        <path className="ego-star" d="M12 2.500l2.900 6l6.600.9l-4.800 4.600l1.150 6.550l-5.850-3.100l-5.850 3.100l1.150-6.550l-4.800-4.600l6.600-.9z" />
      </g>
    </svg>
  );
}

interface Drawn {
  place: Placed;
  frame: { width: number; height: number; radius: number };
}

function Line({ place, frame, arrow }: Drawn & { arrow: string }) {
  const { neighbour, x, y } = place;
  const length = Math.hypot(x, y);
  const at = (far: number) => [frame.width / 2 + (x / length) * far, frame.height / 2 + (y / length) * far] as const;
  const [from, to] = [at(BEFORE_STAR), at(length * frame.radius - BEFORE_MARK)];
  const one = neighbour.evidence !== 'mutual';
  return (
    <line
      className={`ego-line ${neighbour.evidence}`} x1={from[0]} y1={from[1]} x2={to[0]} y2={to[1]}
      markerEnd={one && neighbour.you ? `url(#${arrow})` : undefined} markerStart={one && neighbour.they ? `url(#${arrow})` : undefined}
    />
  );
}

function Node({ place, frame, lines }: Drawn & { lines: number }) {
  const { neighbour, number, x, y } = place;
  const look = LOOKS[isSystem(neighbour.system) ? neighbour.system : 'community'];
  const letter = LETTER[look.shape];
  const [px, py] = [frame.width / 2 + x * frame.radius, frame.height / 2 + y * frame.radius];
  // Numbers stand outside the ring, or inside it for the inner one of two.
  const outwards = 22 / Math.hypot(x, y);
  const right = x >= 0;
  const words = broken(`${String(number)} ${neighbour.name}`, lines);
  return (
    <g>
      <g transform={`translate(${String(px - MARK / 2)} ${String(py - MARK / 2)})`}>
        <path d={OUTLINES[look.shape]} fill={look.color} />
        <text x="12" y={letter.y} fontSize={letter.size} fill="#fff" textAnchor="middle" dominantBaseline="central" fontWeight="700">{look.letter}</text>
      </g>
      {lines === 0 && <text className="ego-number" x={px + x * outwards} y={py + y * outwards} textAnchor="middle" dominantBaseline="central">{number}</text>}
      {words.map((line, at) => (
        <text
          key={line} className="ego-name" x={px + (right ? 17 : -17)} y={py + y * 8 + (at - (words.length - 1) / 2) * LINE_HEIGHT}
          textAnchor={right ? 'start' : 'end'} dominantBaseline="central"
        >
          {line}
        </text>
      ))}
    </g>
  );
}

/** A name in so many lines at most; the end is cut off, the whole is in the list. */
function broken(name: string, lines: number): string[] {
  const letters = [...name];
  const all = Array.from({ length: Math.min(lines, Math.ceil(letters.length / LETTERS)) }, (_, at) => letters.slice(at * LETTERS, (at + 1) * LETTERS).join(''));
  if (letters.length <= lines * LETTERS) return all;
  return all.map((line, at) => (at === all.length - 1 ? `${line.slice(0, -1)}…` : line));
}

/** What the lines mean, with how many there are of each. */
export function Legend({ places }: { places: readonly Placed[] }) {
  const { t } = useTranslation();
  const count = (evidence: string) => places.filter((place) => place.neighbour.evidence === evidence).length;
  return (
    <ul className="ego-legend small">
      {EVIDENCE.map((evidence) => (
        <li key={evidence}>
          <svg width="44" height="12" viewBox="0 0 44 12" aria-hidden="true"><line className={`ego-line ${evidence}`} x1="2" y1="6" x2="42" y2="6" /></svg>
          {t(`tie.evidence.${evidence}`)} <span className="number">{t('sheet.ties', { count: count(evidence) })}</span>
        </li>
      ))}
    </ul>
  );
}
