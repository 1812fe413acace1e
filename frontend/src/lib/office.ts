/** What a list, a card or a marker needs of an 事業所; the API's card is one of these. */
export interface OfficeSummary {
  id: string;
  name: string;
  kana?: string | null;
  organization?: { id: string; name: string } | null;
  services: string[];
  systems: string[];
  address: string;
  building?: string | null;
  municipality?: { code: string; name: string } | null;
  position?: { lat: number; lon: number; precision: string } | null;
  phone?: string | null;
  fax?: string | null;
  url?: string | null;
  both_systems: boolean;
  kyosei: boolean;
  open: string[];
  edition?: string | null;
  gone_in?: string | null;
  /** The day name, address and telephone were last checked. */
  checked_at?: string | null;
  closed_on?: string | null;
  strengths?: string[];
  availability?: { service: string; status: string; on: string }[];
  distance_m?: number | null;
  highlights?: Highlights | null;
}

/** UTF-16 ranges of the words found, by field. */
export type Highlights = Record<string, unknown>;

export type Bounds = [west: number, south: number, east: number, north: number];
export interface LatLon {
  lat: number;
  lon: number;
}
