import './graph.css';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { Engine } from './engine';
import { firstNode, neighbourTowards } from './keys';
import { Lasso } from './lasso';
import type { Picture } from './picture';

/** Milliseconds offices take from wave to wave. */
const MOTION = 900;

interface Props {
  picture: Picture;
  /** What the drawing shows and how the keys work, for readers of the screen. */
  label: string;
  /** A node in words, said when the keyboard comes to it. */
  describe: (key: string) => string;
  onSelect: (key: string | null) => void;
  /** Puts a node into the gathered list by the keyboard, or takes it out. */
  onGather: (key: string) => void;
  /** Whether the pointer draws a ring. */
  lasso: boolean;
  /** Corners of the ring, in units of the drawing. */
  onLasso: (ring: number[]) => void;
  /** Asked for by a button: `key` changes with each press. */
  zoom: { key: number; way: 'in' | 'out' | 'whole' };
  still: boolean;
  /** The node that is chosen, wherever it was chosen: it is brought into sight. */
  chosen: string | null;
}

/** The drawing. What it shows stands in the list and the matrix too; its own keys walk along the ties. */
export default function GraphCanvas(props: Props) {
  const { picture, label, describe, lasso, zoom, still, chosen } = props;
  const container = useRef<HTMLDivElement>(null);
  const latest = useRef(props);
  latest.current = props;
  const [engine, setEngine] = useState<Engine | null>(null);
  const [focus, setFocus] = useState<string | null>(null);
  const hover = useRef<string | null>(null);

  useEffect(() => {
    if (!container.current) return;
    const made = new Engine(container.current, () => ({
      onSelect: (key) => latest.current.onSelect(key),
      onHover: (key) => void (hover.current = key),
    }));
    setEngine(made);
    return () => made.kill();
  }, []);

  useEffect(() => {
    engine?.show(picture, still ? 0 : MOTION);
  }, [engine, picture, still]);

  useEffect(() => {
    if (zoom.key > 0) engine?.zoom(zoom.way, latest.current.still ? 0 : 250);
  }, [engine, zoom]);

  useEffect(() => {
    if (chosen !== null) engine?.reveal(chosen, latest.current.still ? 0 : 400);
  }, [engine, chosen]);

  function move(key: string | null) {
    setFocus(key);
    engine?.focus(key);
  }
  function onKeyDown(event: KeyboardEvent) {
    const { key } = event;
    if (key.startsWith('Arrow')) {
      event.preventDefault();
      const next = focus === null ? firstNode(picture) : neighbourTowards(picture, focus, key);
      if (next !== null) move(next);
    } else if (key === 'Enter' && focus !== null) {
      latest.current.onSelect(focus);
    } else if (key === ' ' && focus !== null && !event.repeat) {
      event.preventDefault();
      latest.current.onGather(focus);
    } else if (key === 'Escape') {
      move(null);
      latest.current.onSelect(null);
    } else if (key === '+' || key === '-' || key === '0') {
      engine?.zoom(key === '+' ? 'in' : key === '-' ? 'out' : 'whole', 0);
    }
  }

  return (
    <div className="graph">
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- an application: it has keys of its own */}
      <div
        ref={container} className="graph-canvas" data-ready={engine !== null} data-focus={focus ?? ''} role="application" aria-label={label}
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the same
        tabIndex={0} onKeyDown={onKeyDown}
        onFocus={() => { if (focus === null) move(firstNode(picture)); }}
        onBlur={() => move(null)}
      />
      {engine && lasso && <Lasso toGraph={(at) => engine.sigma.viewportToGraph(at)} onRing={props.onLasso} />}
      <p className="visually-hidden" role="status">{focus === null ? '' : describe(focus)}</p>
    </div>
  );
}
