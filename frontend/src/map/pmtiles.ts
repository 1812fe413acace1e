import { addProtocol, type LayerSpecification, type Map as MapLibre } from 'maplibre-gl';
import { PMTiles, Protocol, TileType } from 'pmtiles';
import { COLORS } from './style';

let protocol: Protocol | undefined;

/** Puts a local PMTiles base map beneath our borders: pictures as they are, vectors in the Protomaps layout. */
export async function addPmtiles(map: MapLibre, file: { url: string; attribution: string }): Promise<void> {
  if (!protocol) {
    protocol = new Protocol();
    addProtocol('pmtiles', protocol.tile);
  }
  const url = new URL(file.url, location.href).href;
  const archive = new PMTiles(url);
  protocol.add(archive);
  const header = await archive.getHeader();
  const vector = header.tileType === TileType.Mvt;
  map.addSource('pmtiles', {
    type: vector ? 'vector' : 'raster', url: `pmtiles://${url}`, attribution: file.attribution,
    ...(vector ? {} : { tileSize: 256 }),
  } as never);
  const layers = vector ? vectorLayers() : [{ id: 'pmtiles', type: 'raster', source: 'pmtiles' } as LayerSpecification];
  for (const layer of layers) map.addLayer(layer, 'border-ward');
}

function vectorLayers(): LayerSpecification[] {
  const fill = (layer: string, color: string): LayerSpecification => ({
    id: `pm-${layer}`, type: 'fill', source: 'pmtiles', 'source-layer': layer,
    filter: ['==', ['geometry-type'], 'Polygon'], paint: { 'fill-color': color },
  });
  return [
    fill('earth', COLORS.land),
    fill('landuse', COLORS.built),
    fill('water', COLORS.water),
    {
      id: 'pm-roads', type: 'line', source: 'pmtiles', 'source-layer': 'roads',
      paint: { 'line-color': COLORS.casing, 'line-width': ['interpolate', ['exponential', 1.5], ['zoom'], 8, 0.6, 16, 6] },
    },
  ];
}
