import type { Design, Selection } from '../../api/surveys';

/** A selection with every part; the API leaves empty ones out. */
export const full = ({ systems = [], services = [], areas = [], nurse_desks = false }: Design['respondents']): Selection => ({
  systems, services, areas, nurse_desks,
});
