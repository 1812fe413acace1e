-- What an office says of itself, written as a whole under a version: who wrote on an older one is told.
CREATE TABLE entry (
    office_id BLOB PRIMARY KEY NOT NULL REFERENCES office (id) DEFERRABLE INITIALLY DEFERRED,
    version INTEGER NOT NULL,
    body TEXT NOT NULL,
    closed_on TEXT,
    written_by TEXT NOT NULL,
    written_at TEXT NOT NULL
) STRICT;

-- Who checked a group of fields, when and how; apart from when a row was written.
CREATE TABLE assurance (
    office_id BLOB NOT NULL REFERENCES office (id) DEFERRABLE INITIALLY DEFERRED,
    field_group TEXT NOT NULL,
    checked_on TEXT NOT NULL,
    checked_by TEXT NOT NULL,
    how TEXT NOT NULL,
    PRIMARY KEY (office_id, field_group)
) STRICT;

-- The entrance, encoded by us; in the database, so that every server beside it has it.
CREATE TABLE photo (
    office_id BLOB PRIMARY KEY NOT NULL REFERENCES office (id) DEFERRABLE INITIALLY DEFERRED,
    digest BLOB NOT NULL,
    width INTEGER NOT NULL,
    height INTEGER NOT NULL,
    jpeg BLOB NOT NULL,
    taken_by TEXT NOT NULL,
    taken_at TEXT NOT NULL
) STRICT;

-- The token itself is on paper or in a mail only; here stands its SHA-256.
CREATE TABLE letter (
    digest BLOB PRIMARY KEY NOT NULL,
    office_id BLOB NOT NULL REFERENCES office (id) DEFERRABLE INITIALLY DEFERRED,
    made_by TEXT NOT NULL,
    made_at TEXT NOT NULL,
    ends_at TEXT NOT NULL,
    used_at TEXT,
    answer TEXT
) STRICT;
CREATE INDEX letter_office ON letter (office_id, made_at);

-- JSON: field, old and new value, note, contact of who suggests.
ALTER TABLE review_item ADD COLUMN payload TEXT;

-- What is due is asked by municipality.
CREATE INDEX office_municipality ON office (municipality, id);
-- Files of entries name offices by 事業所番号.
CREATE INDEX service_number ON service (number);
