/** Where a name wants to stand: its dot, and how much room the text takes; pixels. */
export interface Wish {
  key: string;
  x: number;
  y: number;
  /** Radius of the dot. */
  size: number;
  width: number;
  height: number;
}

export interface Box {
  key: string;
  left: number;
  top: number;
  width: number;
  height: number;
}

/** Between a dot and its name. */
const GAP = 4;
/** Side of a cell of the grid of taken places: a common name covers one to three. */
const CELL = 64;

/**
 * Places names one after the other, the most important first: right of the dot, else left, below or above, else not at
 * all. No two boxes overlap, and none covers the dot of another placed name.
 */
export function placeLabels(wishes: readonly Wish[], width: number, height: number, most = Infinity): Box[] {
  const grid = new Map<string, Box[]>();
  const placed: Box[] = [];
  for (const wish of wishes) {
    if (placed.length >= most) break;
    if (wish.x < 0 || wish.y < 0 || wish.x > width || wish.y > height) continue;
    const dot = { key: wish.key, left: wish.x - wish.size, top: wish.y - wish.size, width: 2 * wish.size, height: 2 * wish.size };
    const box = sides(wish).find((one) => fits(one, width, height) && isFree(grid, one));
    if (!box || !isFree(grid, dot)) continue;
    placed.push(box);
    take(grid, box);
    take(grid, dot);
  }
  return placed;
}

function sides({ key, x, y, size, width, height }: Wish): Box[] {
  const at = (left: number, top: number) => ({ key, left, top, width, height });
  return [
    at(x + size + GAP, y - height / 2),
    at(x - size - GAP - width, y - height / 2),
    at(x - width / 2, y + size + GAP / 2),
    at(x - width / 2, y - size - GAP / 2 - height),
  ];
}

function fits({ left, top, width, height }: Box, wide: number, high: number): boolean {
  return left >= 0 && top >= 0 && left + width <= wide && top + height <= high;
}

export function overlap(one: Box, other: Box): boolean {
  return (
    one.left < other.left + other.width && other.left < one.left + one.width &&
    one.top < other.top + other.height && other.top < one.top + one.height
  );
}

function cells({ left, top, width, height }: Box): string[] {
  const found: string[] = [];
  for (let x = Math.floor(left / CELL); x <= Math.floor((left + width) / CELL); x += 1) {
    for (let y = Math.floor(top / CELL); y <= Math.floor((top + height) / CELL); y += 1) found.push(`${x},${y}`);
  }
  return found;
}

function isFree(grid: Map<string, Box[]>, box: Box): boolean {
  return cells(box).every((cell) => (grid.get(cell) ?? []).every((other) => !overlap(box, other)));
}

function take(grid: Map<string, Box[]>, box: Box): void {
  for (const cell of cells(box)) {
    const list = grid.get(cell);
    if (list) list.push(box);
    else grid.set(cell, [box]);
  }
}
