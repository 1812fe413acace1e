/** Figures of the whole that have words; one the server adds later is left out rather than shown as a code. */
export const LABELLED = [
  'ties', 'density', 'mean_degree', 'isolates', 'components', 'greatest_component', 'articulation_points', 'bridges', 'sole_intermediary_pairs',
  'without_cross_system', 'duty_coverage', 'degree_centralization', 'gini_degree', 'ei_index', 'assortativity', 'modularity',
] as const;
