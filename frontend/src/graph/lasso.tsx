import { useState, type PointerEvent } from 'react';

/** Corners kept of a ring: enough for a hand, and the address stays short. */
const CORNERS = 24;

type Point = [x: number, y: number];

interface Props {
  toGraph: (at: { x: number; y: number }) => { x: number; y: number };
  onRing: (ring: number[]) => void;
}

/** A sheet over the drawing that takes the pointer and draws a ring with it. */
export function Lasso({ toGraph, onRing }: Props) {
  const [line, setLine] = useState<Point[]>([]);
  const at = (event: PointerEvent<Element>): Point => {
    const box = event.currentTarget.getBoundingClientRect();
    return [event.clientX - box.left, event.clientY - box.top];
  };
  function end() {
    const ring = thinned(line).map(([x, y]) => toGraph({ x, y }));
    setLine([]);
    if (ring.length >= 3) onRing(ring.flatMap(({ x, y }) => [round(x), round(y)]));
  }
  return (
    <svg
      className="graph-lasso" aria-hidden="true"
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        setLine([at(event)]);
      }}
      onPointerMove={(event) => {
        if (line.length > 0) setLine([...line, at(event)]);
      }}
      onPointerUp={end} onPointerCancel={() => setLine([])}
    >
      <polygon points={line.map((point) => point.join()).join(' ')} />
    </svg>
  );
}

const round = (value: number) => Number(value.toPrecision(4));

function thinned(line: Point[]): Point[] {
  const step = Math.max(1, Math.ceil(line.length / CORNERS));
  return line.filter((_, at) => at % step === 0);
}
