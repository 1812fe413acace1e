//! What is within reach of the people of an area, and what is not.
