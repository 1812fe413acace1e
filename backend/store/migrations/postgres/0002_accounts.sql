-- Somebody who signs in. A closed account keeps its row, so that history can name it.
CREATE TABLE account (
    id UUID PRIMARY KEY NOT NULL,
    login TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    email TEXT,
    password_hash TEXT,
    created_at TIMESTAMPTZ NOT NULL,
    closed_at TIMESTAMPTZ
);

-- What somebody may be, and where: scope_kind office, area or everywhere.
CREATE TABLE role_grant (
    account_id UUID NOT NULL REFERENCES account (id) DEFERRABLE INITIALLY DEFERRED,
    role TEXT NOT NULL,
    scope_kind TEXT NOT NULL,
    scope_of TEXT NOT NULL,
    PRIMARY KEY (account_id, role, scope_kind, scope_of)
);
CREATE INDEX role_grant_scope ON role_grant (scope_kind, scope_of);

-- The token itself is in the browser only; here stands its SHA-256.
CREATE TABLE session (
    digest BYTEA PRIMARY KEY NOT NULL,
    account_id UUID NOT NULL REFERENCES account (id) DEFERRABLE INITIALLY DEFERRED,
    opened_at TIMESTAMPTZ NOT NULL,
    used_at TIMESTAMPTZ NOT NULL,
    ends_at TIMESTAMPTZ NOT NULL,
    second_factor BOOLEAN NOT NULL,
    agent TEXT NOT NULL
);
CREATE INDEX session_account ON session (account_id);
