CREATE TABLE organization (
    id BLOB PRIMARY KEY NOT NULL,
    name TEXT NOT NULL,
    kana TEXT,
    number TEXT UNIQUE,
    name_key TEXT NOT NULL,
    address TEXT,
    address_key TEXT,
    municipality INTEGER,
    phone TEXT,
    fax TEXT,
    url TEXT
) STRICT;
CREATE INDEX organization_name_key ON organization (name_key, id);

-- Current values of an office as catalog::compose made them from its services and corrections.
CREATE TABLE office (
    id BLOB PRIMARY KEY NOT NULL,
    organization_id BLOB REFERENCES organization (id) DEFERRABLE INITIALLY DEFERRED,
    name TEXT NOT NULL,
    kana TEXT,
    numbers TEXT NOT NULL,
    other_names TEXT NOT NULL,
    municipality INTEGER,
    postal_code TEXT,
    address TEXT NOT NULL,
    address_key TEXT NOT NULL,
    building TEXT,
    lat REAL,
    lon REAL,
    precision TEXT,
    phone TEXT,
    fax TEXT,
    url TEXT,
    email TEXT,
    systems INTEGER NOT NULL,
    services TEXT NOT NULL,
    kyosei INTEGER NOT NULL,
    open_days INTEGER NOT NULL,
    edition TEXT,
    gone_in TEXT
) STRICT;
CREATE INDEX office_organization ON office (organization_id);
CREATE INDEX office_address_key ON office (address_key);

-- One listing: a row of an official or municipal file, whole. The office it belongs to may be written after it.
CREATE TABLE service (
    id BLOB PRIMARY KEY NOT NULL,
    office_id BLOB NOT NULL REFERENCES office (id) DEFERRABLE INITIALLY DEFERRED,
    organization_id BLOB REFERENCES organization (id) DEFERRABLE INITIALLY DEFERRED,
    dataset TEXT NOT NULL,
    key TEXT NOT NULL,
    edition TEXT NOT NULL,
    gone_in TEXT,
    service_type TEXT NOT NULL,
    number TEXT,
    digest BLOB NOT NULL,
    listing TEXT NOT NULL,
    UNIQUE (dataset, key)
) STRICT;
CREATE INDEX service_office ON service (office_id);

CREATE TABLE correction (
    id BLOB PRIMARY KEY NOT NULL,
    office_id BLOB NOT NULL REFERENCES office (id) DEFERRABLE INITIALLY DEFERRED,
    field TEXT NOT NULL,
    value TEXT NOT NULL,
    made_by TEXT NOT NULL,
    made_at TEXT NOT NULL,
    note TEXT,
    UNIQUE (office_id, field)
) STRICT;

CREATE TABLE import_run (
    id BLOB PRIMARY KEY NOT NULL,
    batch BLOB NOT NULL,
    label TEXT NOT NULL,
    kind TEXT NOT NULL,
    dataset TEXT NOT NULL,
    edition TEXT,
    rows INTEGER NOT NULL,
    new INTEGER NOT NULL,
    changed INTEGER NOT NULL,
    unchanged INTEGER NOT NULL,
    gone INTEGER NOT NULL,
    rejected INTEGER NOT NULL,
    candidates INTEGER NOT NULL,
    seconds REAL NOT NULL,
    state TEXT NOT NULL,
    started_at TEXT NOT NULL,
    finished_at TEXT NOT NULL,
    actor TEXT NOT NULL,
    marks TEXT NOT NULL,
    coverage TEXT,
    error TEXT
) STRICT;
CREATE INDEX import_run_batch ON import_run (batch);

CREATE TABLE import_rejection (
    run_id BLOB NOT NULL REFERENCES import_run (id) DEFERRABLE INITIALLY DEFERRED,
    place INTEGER NOT NULL,
    line INTEGER NOT NULL,
    column_name TEXT NOT NULL,
    value TEXT NOT NULL,
    reason TEXT NOT NULL,
    remedy TEXT NOT NULL,
    PRIMARY KEY (run_id, place)
) STRICT;

CREATE TABLE import_change (
    run_id BLOB NOT NULL REFERENCES import_run (id) DEFERRABLE INITIALLY DEFERRED,
    place INTEGER NOT NULL,
    key TEXT NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    fields TEXT NOT NULL,
    PRIMARY KEY (run_id, place)
) STRICT;

CREATE TABLE dataset (
    name TEXT PRIMARY KEY NOT NULL,
    kind TEXT NOT NULL,
    label TEXT NOT NULL,
    edition TEXT,
    rows INTEGER NOT NULL,
    gone INTEGER NOT NULL,
    imported_at TEXT NOT NULL,
    run_id BLOB NOT NULL
) STRICT;

-- What each data set says of an area; the newest statement of each value stands.
CREATE TABLE area (
    code TEXT NOT NULL,
    dataset TEXT NOT NULL,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    kana TEXT,
    parent TEXT,
    members TEXT NOT NULL,
    lat REAL,
    lon REAL,
    digest BLOB NOT NULL,
    stated_at TEXT NOT NULL,
    polygons TEXT NOT NULL,
    PRIMARY KEY (code, dataset)
) STRICT;
CREATE INDEX area_kind ON area (kind);
CREATE INDEX area_parent ON area (parent);

CREATE TABLE population (
    dataset TEXT NOT NULL,
    area TEXT NOT NULL,
    year INTEGER NOT NULL,
    age_from INTEGER NOT NULL,
    age_to INTEGER,
    persons INTEGER NOT NULL,
    key TEXT NOT NULL,
    digest BLOB NOT NULL,
    PRIMARY KEY (dataset, key)
) STRICT;
CREATE INDEX population_area ON population (area);

CREATE TABLE town (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    dataset TEXT NOT NULL,
    key TEXT NOT NULL,
    municipality INTEGER,
    prefecture TEXT NOT NULL,
    city TEXT NOT NULL,
    name TEXT NOT NULL,
    lat REAL,
    lon REAL,
    digest BLOB NOT NULL,
    UNIQUE (dataset, key)
) STRICT;

CREATE TABLE base_feature (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    dataset TEXT NOT NULL,
    key TEXT NOT NULL,
    class TEXT NOT NULL,
    name TEXT,
    rank INTEGER NOT NULL,
    digest BLOB NOT NULL,
    shape TEXT NOT NULL,
    UNIQUE (dataset, key)
) STRICT;

CREATE TABLE mapping (
    name TEXT PRIMARY KEY NOT NULL,
    body TEXT NOT NULL,
    saved_by TEXT NOT NULL,
    saved_at TEXT NOT NULL
) STRICT;

-- The fingerprint keeps one question from being asked twice, also after it was answered.
CREATE TABLE review_item (
    id BLOB PRIMARY KEY NOT NULL,
    kind TEXT NOT NULL,
    state TEXT NOT NULL,
    offices TEXT NOT NULL,
    agree TEXT NOT NULL,
    differ TEXT NOT NULL,
    fingerprint TEXT NOT NULL UNIQUE,
    run_id BLOB,
    created_at TEXT NOT NULL
) STRICT;
CREATE INDEX review_item_state ON review_item (state, kind, id);

CREATE TABLE audit (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    actor TEXT NOT NULL,
    action TEXT NOT NULL,
    entity TEXT NOT NULL,
    entity_id BLOB,
    before TEXT,
    after TEXT,
    at TEXT NOT NULL
) STRICT;
CREATE INDEX audit_entity ON audit (entity_id, seq);

CREATE TABLE outbox (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    entity TEXT NOT NULL,
    entity_id BLOB NOT NULL
) STRICT;

CREATE TABLE setting (
    key TEXT PRIMARY KEY NOT NULL,
    value TEXT NOT NULL
) STRICT;
