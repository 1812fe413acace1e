-- Notes and decisions of a council on a field of its matrix of gaps. Steps are a JSON list that only grows.
CREATE TABLE gap_note (
    id BLOB PRIMARY KEY NOT NULL,
    area TEXT NOT NULL,
    cell TEXT NOT NULL,
    kind TEXT NOT NULL,
    steps TEXT NOT NULL,
    written_at TEXT NOT NULL
) STRICT;
CREATE INDEX gap_note_area ON gap_note (area);
