import Graph from 'graphology';
import Sigma from 'sigma';
import { animateNodes } from 'sigma/utils';
import { LineProgram } from './edge-program';
import { LabelLayer } from './label-layer';
import { MarkProgram } from './node-program';
import { extent, type Picture, type PictureEdge, type PictureNode } from './picture';

/** Above this many ties they are left out while the picture is moved. */
const MANY = 8000;

export interface EngineEvents {
  onSelect: (key: string | null) => void;
  onHover: (key: string | null) => void;
}

/** Sigma with our marks, lines and names. One picture at a time. */
export class Engine {
  readonly sigma: Sigma;
  readonly labels: LabelLayer;
  private readonly graph = new Graph({ type: 'undirected', multi: true, allowSelfLoops: false });
  private stop: (() => void) | null = null;

  constructor(container: HTMLElement, events: () => EngineEvents) {
    this.sigma = new Sigma(this.graph, container, {
      renderLabels: false, renderEdgeLabels: false, zIndex: true, allowInvalidContainer: true,
      nodeProgramClasses: { mark: MarkProgram }, defaultNodeType: 'mark', nodeHoverProgramClasses: { mark: MarkProgram },
      edgeProgramClasses: { line: LineProgram }, defaultEdgeType: 'line',
      defaultDrawNodeHover: () => undefined,
      minCameraRatio: 0.02, maxCameraRatio: 3, stagePadding: 44, minEdgeThickness: 1,
      // Dots grow slower than the picture when one zooms in, so that a crowd comes apart.
      zoomToSizeRatioFunction: (ratio) => Math.max(0.45, Math.min(1.6, ratio ** 0.35)),
    });
    this.labels = new LabelLayer(this.sigma);
    this.sigma.on('clickNode', ({ node }) => events().onSelect(node));
    this.sigma.on('clickStage', () => events().onSelect(null));
    this.sigma.on('enterNode', ({ node }) => this.hover(node, events()));
    this.sigma.on('leaveNode', () => this.hover(null, events()));
  }

  /** Draws a picture; nodes that were there before move to their new places in `motion` milliseconds. */
  show(picture: Picture, motion: number): void {
    this.stop?.();
    this.stop = null;
    const moves = this.take(picture, motion > 0);
    this.sigma.setSetting('hideEdgesOnMove', picture.edges.length > MANY);
    this.labels.show(picture.nodes);
    this.sigma.refresh();
    if (Object.keys(moves).length > 0) this.stop = animateNodes(this.graph, moves, { duration: motion, easing: 'quadraticInOut' });
  }

  /** Puts the nodes and edges of a picture into the graph; what is to be moved is returned. */
  private take(picture: Picture, moving: boolean): Record<string, { x: number; y: number }> {
    const moves: Record<string, { x: number; y: number }> = {};
    const before = new Map<string, { x: number; y: number }>();
    if (moving) this.graph.forEachNode((key, { x, y }) => void before.set(key, { x: x as number, y: y as number }));
    this.graph.clear();
    for (const node of picture.nodes) {
      const old = before.get(node.key);
      const moved = old && (old.x !== node.x || old.y !== node.y);
      if (moved) moves[node.key] = { x: node.x, y: node.y };
      this.graph.addNode(node.key, { ...mark(node), ...(moved ? old : {}) });
    }
    for (const edge of picture.edges) this.graph.addEdgeWithKey(edge.key, edge.source, edge.target, line(edge));
    this.sigma.setCustomBBox(extent(picture.nodes));
    return moves;
  }

  private hover(key: string | null, events: EngineEvents): void {
    this.sigma.getContainer().classList.toggle('graph-over', key !== null);
    this.labels.hover = key;
    this.sigma.scheduleRender();
    events.onHover(key);
  }

  /** Rings a node that has the keyboard, and brings it into sight. */
  focus(key: string | null): void {
    this.labels.focus = key;
    if (key !== null) this.reveal(key, 0);
    this.sigma.scheduleRender();
  }

  /** Moves the camera to a node that lies out of sight; one that is seen already moves nothing. */
  reveal(key: string, motion: number): void {
    const [at, data] = [this.labels.place(key), this.sigma.getNodeDisplayData(key)];
    const { width, height } = this.sigma.getDimensions();
    const margin = 40;
    if (!at || !data) return;
    if (at.x >= margin && at.y >= margin && at.x <= width - margin && at.y <= height - margin) return;
    const camera = this.sigma.getCamera();
    if (motion > 0) void camera.animate({ x: data.x, y: data.y }, { duration: motion });
    else camera.setState({ x: data.x, y: data.y });
  }

  /** `in`, `out`, or `whole` for everything. */
  zoom(way: 'in' | 'out' | 'whole', motion: number): void {
    const camera = this.sigma.getCamera();
    const { ratio } = camera.getState();
    const state = way === 'whole' ? { x: 0.5, y: 0.5, ratio: 1, angle: 0 } : { ratio: camera.getBoundedRatio(way === 'in' ? ratio / 1.5 : ratio * 1.5) };
    if (motion > 0) void camera.animate(state, { duration: motion });
    else camera.setState(state);
  }

  kill(): void {
    this.stop?.();
    this.sigma.kill();
  }
}

function mark({ x, y, size, color, shape, faint, marked }: PictureNode) {
  return { x, y, size, color, shape, zIndex: marked ? 2 : faint ? 0 : 1 };
}

function line({ color, width, line: kind, faint }: PictureEdge) {
  return { color, size: width, line: kind, zIndex: faint ? 0 : 1 };
}
