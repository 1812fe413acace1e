-- Somebody who signs in. A closed account keeps its row, so that history can name it.
CREATE TABLE account (
    id UUID PRIMARY KEY NOT NULL,
    login TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    email TEXT UNIQUE,
    -- Issuer and subject of single sign-on, joined by a line feed.
    subject TEXT UNIQUE,
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

-- The token itself is in the browser only; here stands its SHA-256. The id names the session to people.
CREATE TABLE session (
    digest BYTEA PRIMARY KEY NOT NULL,
    id UUID NOT NULL UNIQUE,
    account_id UUID NOT NULL REFERENCES account (id) DEFERRABLE INITIALLY DEFERRED,
    opened_at TIMESTAMPTZ NOT NULL,
    used_at TIMESTAMPTZ NOT NULL,
    ends_at TIMESTAMPTZ NOT NULL,
    second_factor BOOLEAN NOT NULL,
    agent TEXT NOT NULL
);
CREATE INDEX session_account ON session (account_id);

-- One-time links: kind invitation or reset, or setup for the first administrator, which has no account yet.
CREATE TABLE account_link (
    digest BYTEA PRIMARY KEY NOT NULL,
    account_id UUID REFERENCES account (id) DEFERRABLE INITIALLY DEFERRED,
    kind TEXT NOT NULL,
    drops_factor BOOLEAN NOT NULL,
    made_at TIMESTAMPTZ NOT NULL,
    ends_at TIMESTAMPTZ NOT NULL
);
CREATE INDEX account_link_account ON account_link (account_id);

-- Time-based one-time passwords. The secret is encrypted with a key that is not in the database; last_step is the
-- newest time step that was accepted, so that no code is good twice.
CREATE TABLE second_factor (
    account_id UUID PRIMARY KEY NOT NULL REFERENCES account (id) DEFERRABLE INITIALLY DEFERRED,
    secret BYTEA NOT NULL,
    confirmed_at TIMESTAMPTZ,
    last_step BIGINT NOT NULL
);

-- What stands in for the second factor when it is lost; a row goes when its code was used.
CREATE TABLE recovery_code (
    account_id UUID NOT NULL REFERENCES account (id) DEFERRABLE INITIALLY DEFERRED,
    digest BYTEA NOT NULL,
    PRIMARY KEY (account_id, digest)
);

-- Browsers from which somebody has signed in before: strangers' failures do not make them wait.
CREATE TABLE known_device (
    digest BYTEA NOT NULL,
    account_id UUID NOT NULL REFERENCES account (id) DEFERRABLE INITIALLY DEFERRED,
    used_at TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (digest, account_id)
);
CREATE INDEX known_device_account ON known_device (account_id);
