-- A desk of public health nurses. The office is no reference: offices are matched anew, the desk stays.
CREATE TABLE nurse_desk (
    id BLOB PRIMARY KEY NOT NULL,
    owner TEXT NOT NULL,
    name TEXT NOT NULL,
    placement TEXT NOT NULL,
    office_id BLOB,
    scheme TEXT NOT NULL,
    topics TEXT NOT NULL,
    age_from INTEGER NOT NULL,
    age_to INTEGER,
    areas TEXT NOT NULL,
    does TEXT NOT NULL,
    does_not TEXT,
    phone TEXT,
    fax TEXT,
    hours TEXT,
    hands_over TEXT NOT NULL,
    source TEXT NOT NULL,
    checked_on TEXT,
    written_at TEXT NOT NULL,
    written_by TEXT NOT NULL,
    UNIQUE (owner, name)
) STRICT;
