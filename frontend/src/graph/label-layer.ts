import type Sigma from 'sigma';
import { placeLabels, type Box, type Wish } from './labels';
import type { PictureNode } from './picture';

export const FONT = '"BIZ UDPGothic", "Yu Gothic UI", "Hiragino Sans", "Noto Sans JP", "Noto Sans CJK JP", "Hoshizu UD", sans-serif';
const TEXT = 12;
const LINE = 16;
/** More names than this are read by nobody, and cost time at each frame. */
const MOST = 90;
/** Names tried before the search ends: in a crowd most find no room. */
const TRIED = 600;

/** Names beside dots, drawn on a canvas over sigma's own; what was placed is kept for the export. */
export class LabelLayer {
  private readonly context: CanvasRenderingContext2D;
  private readonly widths = new Map<string, number>();
  private order: PictureNode[] = [];
  /** What lies under the pointer or has the keyboard. */
  focus: string | null = null;
  hover: string | null = null;
  boxes: Box[] = [];

  constructor(private readonly sigma: Sigma) {
    const canvas = sigma.createCanvas('names', { style: { position: 'absolute', inset: '0', pointerEvents: 'none' } });
    const context = canvas.getContext('2d');
    if (!context) throw new Error('no 2d canvas');
    this.context = context;
    sigma.on('afterRender', () => this.draw());
  }

  show(nodes: readonly PictureNode[]): void {
    this.order = nodes.filter((node) => !node.faint && node.label !== '').sort((one, other) => Number(other.marked) - Number(one.marked) || other.rank - one.rank);
  }

  width(text: string): number {
    let width = this.widths.get(text);
    if (width === undefined) {
      this.context.font = `${TEXT}px ${FONT}`;
      width = Math.ceil(this.context.measureText(text).width) + 2;
      this.widths.set(text, width);
    }
    return width;
  }

  draw(): void {
    const { width, height } = this.sigma.getDimensions();
    this.fit(width, height);
    const { context } = this;
    context.clearRect(0, 0, width, height);
    const first = [this.hover, this.focus].flatMap((key) => this.order.find((node) => node.key === key) ?? []);
    const nodes = [...new Set([...first, ...this.order.slice(0, TRIED)])];
    const wishes = nodes.flatMap((node) => this.wish(node) ?? []);
    this.boxes = placeLabels(wishes, width, height, MOST);
    this.rings(nodes);
    const known = new Map(nodes.map((node) => [node.key, node]));
    context.font = `${TEXT}px ${FONT}`;
    context.textBaseline = 'middle';
    context.lineJoin = 'round';
    for (const box of this.boxes) {
      const node = known.get(box.key);
      if (node) this.write(node, box);
    }
  }

  private write(node: PictureNode, box: Box): void {
    const { context } = this;
    const strong = node.key === this.focus || node.key === this.hover || node.marked;
    context.font = `${strong ? '700 ' : ''}${TEXT}px ${FONT}`;
    context.lineWidth = 3.5;
    context.strokeStyle = 'rgba(255,255,255,0.92)';
    context.strokeText(node.label, box.left + 1, box.top + box.height / 2, box.width);
    context.fillStyle = '#14213d';
    context.fillText(node.label, box.left + 1, box.top + box.height / 2, box.width);
  }

  private rings(nodes: readonly PictureNode[]): void {
    const { context } = this;
    for (const node of nodes) {
      if (!node.marked && node.key !== this.focus) continue;
      const at = this.place(node.key);
      if (!at) continue;
      context.beginPath();
      context.arc(at.x, at.y, at.size + 5, 0, Math.PI * 2);
      context.lineWidth = node.key === this.focus ? 5 : 3;
      context.strokeStyle = '#fff';
      context.stroke();
      context.lineWidth = node.key === this.focus ? 3 : 2;
      context.strokeStyle = node.key === this.focus ? '#b26b00' : '#0b1c3a';
      context.stroke();
    }
  }

  /** Where a dot lies on the screen, with its radius there. */
  place(key: string): { x: number; y: number; size: number } | null {
    const data = this.sigma.getNodeDisplayData(key);
    if (!data || data.hidden) return null;
    const { x, y } = this.sigma.framedGraphToViewport(data);
    return { x, y, size: this.sigma.scaleSize(data.size) };
  }

  private wish(node: PictureNode): Wish | null {
    const at = this.place(node.key);
    return at && { key: node.key, ...at, width: this.width(node.label), height: LINE };
  }

  /** Sigma sizes the canvases of layers it made; the scale of the screen is ours to set. */
  private fit(width: number, height: number): void {
    const ratio = window.devicePixelRatio || 1;
    const { canvas } = this.context;
    if (canvas.width !== Math.round(width * ratio) || canvas.height !== Math.round(height * ratio)) {
      canvas.width = Math.round(width * ratio);
      canvas.height = Math.round(height * ratio);
      canvas.style.width = `${width}px`;
      canvas.style.height = `${height}px`;
    }
    this.context.setTransform(ratio, 0, 0, ratio, 0, 0);
  }
}
