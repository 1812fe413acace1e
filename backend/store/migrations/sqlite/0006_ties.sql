-- ☆調査 and つながり. What somebody says of a tie is kept as the report of one side; ties are derived, never stored.
CREATE TABLE survey (
    id BLOB PRIMARY KEY NOT NULL,
    area TEXT NOT NULL,
    design TEXT NOT NULL,
    created_at TEXT NOT NULL,
    created_by TEXT NOT NULL
) STRICT;

-- The design as it was when the wave was made: a later change of the survey must not alter what was asked.
CREATE TABLE wave (
    id BLOB PRIMARY KEY NOT NULL,
    survey_id BLOB NOT NULL REFERENCES survey (id) DEFERRABLE INITIALLY DEFERRED,
    number INTEGER NOT NULL,
    opens_on TEXT NOT NULL,
    closes_on TEXT NOT NULL,
    state TEXT NOT NULL,
    design TEXT NOT NULL,
    UNIQUE (survey_id, number)
) STRICT;

-- Two sheets of one office in one wave are what a merge of offices leaves.
CREATE TABLE survey_sheet (
    id BLOB PRIMARY KEY NOT NULL,
    wave_id BLOB NOT NULL REFERENCES wave (id) DEFERRABLE INITIALLY DEFERRED,
    office_id BLOB NOT NULL REFERENCES office (id) DEFERRABLE INITIALLY DEFERRED,
    code TEXT NOT NULL UNIQUE,
    roster TEXT NOT NULL,
    state TEXT NOT NULL,
    way TEXT,
    late INTEGER NOT NULL,
    consented_at TEXT,
    changed_at TEXT,
    finished_at TEXT,
    reminded_at TEXT
) STRICT;
CREATE INDEX survey_sheet_wave ON survey_sheet (wave_id);
CREATE INDEX survey_sheet_office ON survey_sheet (office_id);

CREATE TABLE report (
    sheet_id BLOB NOT NULL REFERENCES survey_sheet (id) DEFERRABLE INITIALLY DEFERRED,
    partner_id BLOB NOT NULL REFERENCES office (id) DEFERRABLE INITIALLY DEFERRED,
    kinds INTEGER NOT NULL,
    closeness INTEGER,
    frequency TEXT,
    changed_at TEXT NOT NULL,
    PRIMARY KEY (sheet_id, partner_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX report_partner ON report (partner_id);

-- An agency a respondent named that the directory does not hold, until a steward says which office it is.
CREATE TABLE unlisted (
    sheet_id BLOB NOT NULL REFERENCES survey_sheet (id) DEFERRABLE INITIALLY DEFERRED,
    number INTEGER NOT NULL,
    name TEXT NOT NULL,
    place TEXT NOT NULL,
    phone TEXT NOT NULL,
    kinds INTEGER NOT NULL,
    closeness INTEGER,
    frequency TEXT,
    PRIMARY KEY (sheet_id, number)
) STRICT;

-- The partner of a one-sided ☆ is asked once.
CREATE TABLE tie_question (
    wave_id BLOB NOT NULL REFERENCES wave (id) DEFERRABLE INITIALLY DEFERRED,
    reporter_id BLOB NOT NULL REFERENCES office (id) DEFERRABLE INITIALLY DEFERRED,
    partner_id BLOB NOT NULL REFERENCES office (id) DEFERRABLE INITIALLY DEFERRED,
    answer TEXT NOT NULL,
    answered_at TEXT NOT NULL,
    PRIMARY KEY (wave_id, reporter_id, partner_id)
) STRICT;

-- A ☆ set between surveys.
CREATE TABLE tie_statement (
    id BLOB PRIMARY KEY NOT NULL,
    office_id BLOB NOT NULL REFERENCES office (id) DEFERRABLE INITIALLY DEFERRED,
    partner_id BLOB NOT NULL REFERENCES office (id) DEFERRABLE INITIALLY DEFERRED,
    kinds INTEGER NOT NULL,
    closeness INTEGER,
    frequency TEXT,
    stated_on TEXT NOT NULL,
    stated_by TEXT NOT NULL,
    ended_on TEXT,
    answer TEXT,
    answered_on TEXT
) STRICT;
CREATE INDEX tie_statement_office ON tie_statement (office_id);
CREATE INDEX tie_statement_partner ON tie_statement (partner_id);

-- 会議体.
CREATE TABLE forum (
    id BLOB PRIMARY KEY NOT NULL,
    area TEXT NOT NULL,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    note TEXT NOT NULL,
    seats TEXT NOT NULL,
    meetings TEXT NOT NULL,
    written_at TEXT NOT NULL,
    UNIQUE (area, name)
) STRICT;

CREATE TABLE forum_member (
    forum_id BLOB NOT NULL REFERENCES forum (id) DEFERRABLE INITIALLY DEFERRED,
    number INTEGER NOT NULL,
    seat TEXT NOT NULL,
    office_id BLOB REFERENCES office (id) DEFERRABLE INITIALLY DEFERRED,
    name TEXT NOT NULL,
    since TEXT,
    until TEXT,
    PRIMARY KEY (forum_id, number)
) STRICT;
CREATE INDEX forum_member_office ON forum_member (office_id);
