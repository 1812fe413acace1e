-- Somebody who signs in. A closed account keeps its row, so that history can name it.
CREATE TABLE account (
    id BLOB PRIMARY KEY NOT NULL,
    login TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    email TEXT,
    password_hash TEXT,
    created_at TEXT NOT NULL,
    closed_at TEXT
) STRICT;

-- What somebody may be, and where: scope_kind office, area or everywhere.
CREATE TABLE role_grant (
    account_id BLOB NOT NULL REFERENCES account (id) DEFERRABLE INITIALLY DEFERRED,
    role TEXT NOT NULL,
    scope_kind TEXT NOT NULL,
    scope_of TEXT NOT NULL,
    PRIMARY KEY (account_id, role, scope_kind, scope_of)
) STRICT;
CREATE INDEX role_grant_scope ON role_grant (scope_kind, scope_of);

-- The token itself is in the browser only; here stands its SHA-256.
CREATE TABLE session (
    digest BLOB PRIMARY KEY NOT NULL,
    account_id BLOB NOT NULL REFERENCES account (id) DEFERRABLE INITIALLY DEFERRED,
    opened_at TEXT NOT NULL,
    used_at TEXT NOT NULL,
    ends_at TEXT NOT NULL,
    second_factor INTEGER NOT NULL,
    agent TEXT NOT NULL
) STRICT;
CREATE INDEX session_account ON session (account_id);
