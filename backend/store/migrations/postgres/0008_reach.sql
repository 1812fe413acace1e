-- Ways by road from the middle of a town: a JSON list of ends with metres, the shortest first.
CREATE TABLE road (
    dataset TEXT NOT NULL,
    key TEXT NOT NULL,
    lat DOUBLE PRECISION NOT NULL,
    lon DOUBLE PRECISION NOT NULL,
    ways TEXT NOT NULL,
    digest BYTEA NOT NULL,
    PRIMARY KEY (dataset, key)
);

-- Codes of the areas an office states to work in, blanks between; beside the entry, so that reach reads nothing else.
ALTER TABLE entry ADD COLUMN service_areas TEXT;
CREATE INDEX entry_service_areas ON entry (office_id, service_areas) WHERE service_areas IS NOT NULL;
