-- Ways by road from the middle of a town: a JSON list of ends with metres, the shortest first.
CREATE TABLE road (
    dataset TEXT NOT NULL,
    key TEXT NOT NULL,
    lat REAL NOT NULL,
    lon REAL NOT NULL,
    ways TEXT NOT NULL,
    digest BLOB NOT NULL,
    PRIMARY KEY (dataset, key)
) STRICT;

-- Codes of the areas an office states to work in, blanks between; beside the entry, so that reach reads nothing else.
ALTER TABLE entry ADD COLUMN service_areas TEXT;
CREATE INDEX entry_service_areas ON entry (office_id, service_areas) WHERE service_areas IS NOT NULL;
