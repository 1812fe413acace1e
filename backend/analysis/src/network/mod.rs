//! Ties between offices: density, intermediaries, communities.
