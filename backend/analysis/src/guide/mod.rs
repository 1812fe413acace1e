//! Whom to bring in: nurse desks and the rules of the guide.
