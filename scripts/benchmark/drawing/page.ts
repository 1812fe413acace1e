/** The drawing alone: our engine and sigma with its own marks, lines and names, on the same offices and ties. */
import Graph from 'graphology';
import Sigma from 'sigma';
import { Engine } from '../../../frontend/src/graph/engine';
import type { Line, Picture } from '../../../frontend/src/graph/picture';

/** As `hoshizu-benchmark-network drawing` writes it. */
interface Region {
  nodes: [x: number, y: number, system: string][];
  ties: [a: number, b: number, evidence: string][];
}

const COLORS: Record<string, string> = { care: '#0a5fa8', disability: '#c2410c', health: '#00735a' };
const LINES: Record<string, Line> = { mutual: 'solid', one_sided: 'dashed' };
const NAME = '星見ケアプランセンター';

function picture({ nodes, ties }: Region): Picture {
  const degree = degrees({ nodes, ties });
  return {
    nodes: nodes.map(([x, y, system], at) => ({
      key: String(at), x, y, size: 3 + Math.sqrt(degree[at] ?? 0), color: COLORS[system] ?? '#555555',
      shape: system === 'care' ? 'circle' : system === 'disability' ? 'square' : 'diamond',
      label: `${NAME}${at}`, rank: degree[at] ?? 0, faint: false, marked: false,
    })),
    edges: ties.map(([a, b, evidence], at) => ({
      key: `t${at}`, source: String(a), target: String(b), color: '#aeb6c2', width: 1.3, line: LINES[evidence] ?? 'solid', faint: false,
    })),
  };
}

function degrees({ nodes, ties }: Region): number[] {
  const degree = new Array<number>(nodes.length).fill(0);
  for (const [a, b] of ties) for (const end of [a, b]) degree[end] = (degree[end] ?? 0) + 1;
  return degree;
}

function plainSigma(container: HTMLElement, { nodes, ties }: Region): void {
  const degree = degrees({ nodes, ties });
  const graph = new Graph({ type: 'undirected', multi: true });
  nodes.forEach(([x, y, system], at) => {
    graph.addNode(String(at), { x, y, size: 3 + Math.sqrt(degree[at] ?? 0), color: COLORS[system], label: `${NAME}${at}` });
  });
  ties.forEach(([a, b], at) => graph.addEdgeWithKey(`t${at}`, String(a), String(b), { size: 1.3, color: '#aeb6c2' }));
  new Sigma(graph, container);
}

function ours(container: HTMLElement, region: Region): void {
  new Engine(container, () => ({ onSelect: () => undefined, onHover: () => undefined })).show(picture(region), 0);
}

const draw = async (who: 'ours' | 'sigma', address: string) => {
  const region = (await (await fetch(address)).json()) as Region;
  const container = document.getElementById('drawing');
  if (!container) throw new Error('no place to draw on');
  performance.mark('given');
  (who === 'ours' ? ours : plainSigma)(container, region);
};
Object.assign(window, { draw });
