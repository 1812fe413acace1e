import { xml } from '../lib/xml';

export type Value = string | number | boolean | null;

/** A network for other programs; attributes have the same names at every node, and at every edge. */
export interface Table {
  title: string;
  nodes: { id: string; label: string; x: number; y: number; values: Record<string, Value> }[];
  edges: { id: string; source: string; target: string; values: Record<string, Value> }[];
}

type Kind = 'string' | 'double' | 'boolean';

/** Names and kinds of attributes, as found; what is nowhere said counts as text. */
function columns(rows: readonly { values: Record<string, Value> }[]): [name: string, kind: Kind][] {
  const kinds = new Map<string, Kind>();
  for (const { values } of rows) {
    for (const [name, value] of Object.entries(values)) {
      if (value === null) continue;
      kinds.set(name, typeof value === 'number' ? 'double' : typeof value === 'boolean' ? 'boolean' : 'string');
    }
  }
  return [...kinds];
}

/** GraphML (graphml.graphdrawing.org), undirected. */
export function graphml({ title, nodes, edges }: Table): string {
  const nodeColumns = columns(nodes);
  const edgeColumns = columns(edges);
  const keys = [
    '<key id="label" for="node" attr.name="label" attr.type="string"/>',
    '<key id="x" for="node" attr.name="x" attr.type="double"/>',
    '<key id="y" for="node" attr.name="y" attr.type="double"/>',
    ...nodeColumns.map(([name, kind]) => `<key id="n_${xml(name)}" for="node" attr.name="${xml(name)}" attr.type="${kind}"/>`),
    ...edgeColumns.map(([name, kind]) => `<key id="e_${xml(name)}" for="edge" attr.name="${xml(name)}" attr.type="${kind}"/>`),
  ];
  const data = (prefix: string, names: [string, Kind][], values: Record<string, Value>) =>
    names.flatMap(([name]) => (values[name] === null || values[name] === undefined ? [] : [`<data key="${prefix}_${xml(name)}">${xml(String(values[name]))}</data>`])).join('');
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
    ...keys,
    `<graph id="G" edgedefault="undirected"><desc>${xml(title)}</desc>`,
    ...nodes.map(({ id, label, x, y, values }) =>
      `<node id="${xml(id)}"><data key="label">${xml(label)}</data><data key="x">${x}</data><data key="y">${y}</data>${data('n', nodeColumns, values)}</node>`),
    ...edges.map(({ id, source, target, values }) =>
      `<edge id="${xml(id)}" source="${xml(source)}" target="${xml(target)}">${data('e', edgeColumns, values)}</edge>`),
    '</graph></graphml>',
    '',
  ].join('\n');
}

/** GEXF 1.3 (gexf.net) with the places of the drawing, as Gephi reads it. */
export function gexf({ title, nodes, edges }: Table): string {
  const nodeColumns = columns(nodes);
  const edgeColumns = columns(edges);
  const declare = (of: string, names: [string, Kind][]) =>
    `<attributes class="${of}">${names.map(([name, kind]) => `<attribute id="${xml(name)}" title="${xml(name)}" type="${kind}"/>`).join('')}</attributes>`;
  const values = (names: [string, Kind][], given: Record<string, Value>) =>
    `<attvalues>${names.flatMap(([name]) => (given[name] === null || given[name] === undefined ? [] : [`<attvalue for="${xml(name)}" value="${xml(String(given[name]))}"/>`])).join('')}</attvalues>`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">',
    `<meta><creator>Hoshizu</creator><description>${xml(title)}</description></meta>`,
    '<graph defaultedgetype="undirected" mode="static">',
    declare('node', nodeColumns),
    declare('edge', edgeColumns),
    '<nodes>',
    ...nodes.map((node) =>
      `<node id="${xml(node.id)}" label="${xml(node.label)}">${values(nodeColumns, node.values)}<viz:position x="${node.x}" y="${node.y}" z="0"/></node>`),
    '</nodes>',
    '<edges>',
    ...edges.map((edge) => `<edge id="${xml(edge.id)}" source="${xml(edge.source)}" target="${xml(edge.target)}">${values(edgeColumns, edge.values)}</edge>`),
    '</edges>',
    '</graph></gexf>',
    '',
  ].join('\n');
}
