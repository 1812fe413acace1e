-- ☆調査 and つながり. What somebody says of a tie is kept as the report of one side; ties are derived, never stored.
CREATE TABLE survey (
    id UUID PRIMARY KEY NOT NULL,
    area TEXT NOT NULL,
    design TEXT NOT NULL,
    created_at TIMESTAMPTZ NOT NULL,
    created_by TEXT NOT NULL
);

-- The design as it was when the wave was made: a later change of the survey must not alter what was asked.
CREATE TABLE wave (
    id UUID PRIMARY KEY NOT NULL,
    survey_id UUID NOT NULL REFERENCES survey (id) DEFERRABLE INITIALLY DEFERRED,
    number INTEGER NOT NULL,
    opens_on TEXT NOT NULL,
    closes_on TEXT NOT NULL,
    state TEXT NOT NULL,
    design TEXT NOT NULL,
    UNIQUE (survey_id, number)
);

-- Two sheets of one office in one wave are what a merge of offices leaves.
CREATE TABLE survey_sheet (
    id UUID PRIMARY KEY NOT NULL,
    wave_id UUID NOT NULL REFERENCES wave (id) DEFERRABLE INITIALLY DEFERRED,
    office_id UUID NOT NULL REFERENCES office (id) DEFERRABLE INITIALLY DEFERRED,
    code TEXT NOT NULL UNIQUE,
    roster TEXT NOT NULL,
    state TEXT NOT NULL,
    way TEXT,
    late BOOLEAN NOT NULL,
    consented_at TIMESTAMPTZ,
    changed_at TIMESTAMPTZ,
    finished_at TIMESTAMPTZ,
    reminded_at TIMESTAMPTZ
);
CREATE INDEX survey_sheet_wave ON survey_sheet (wave_id);
CREATE INDEX survey_sheet_office ON survey_sheet (office_id);

CREATE TABLE report (
    sheet_id UUID NOT NULL REFERENCES survey_sheet (id) DEFERRABLE INITIALLY DEFERRED,
    partner_id UUID NOT NULL REFERENCES office (id) DEFERRABLE INITIALLY DEFERRED,
    kinds INTEGER NOT NULL,
    closeness INTEGER,
    frequency TEXT,
    changed_at TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (sheet_id, partner_id)
);
CREATE INDEX report_partner ON report (partner_id);

-- An agency a respondent named that the directory does not hold, until a steward says which office it is.
CREATE TABLE unlisted (
    sheet_id UUID NOT NULL REFERENCES survey_sheet (id) DEFERRABLE INITIALLY DEFERRED,
    number INTEGER NOT NULL,
    name TEXT NOT NULL,
    place TEXT NOT NULL,
    phone TEXT NOT NULL,
    kinds INTEGER NOT NULL,
    closeness INTEGER,
    frequency TEXT,
    PRIMARY KEY (sheet_id, number)
);

-- The partner of a one-sided ☆ is asked once.
CREATE TABLE tie_question (
    wave_id UUID NOT NULL REFERENCES wave (id) DEFERRABLE INITIALLY DEFERRED,
    reporter_id UUID NOT NULL REFERENCES office (id) DEFERRABLE INITIALLY DEFERRED,
    partner_id UUID NOT NULL REFERENCES office (id) DEFERRABLE INITIALLY DEFERRED,
    answer TEXT NOT NULL,
    answered_at TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (wave_id, reporter_id, partner_id)
);

-- A ☆ set between surveys.
CREATE TABLE tie_statement (
    id UUID PRIMARY KEY NOT NULL,
    office_id UUID NOT NULL REFERENCES office (id) DEFERRABLE INITIALLY DEFERRED,
    partner_id UUID NOT NULL REFERENCES office (id) DEFERRABLE INITIALLY DEFERRED,
    kinds INTEGER NOT NULL,
    closeness INTEGER,
    frequency TEXT,
    stated_on TEXT NOT NULL,
    stated_by TEXT NOT NULL,
    ended_on TEXT,
    answer TEXT,
    answered_on TEXT
);
CREATE INDEX tie_statement_office ON tie_statement (office_id);
CREATE INDEX tie_statement_partner ON tie_statement (partner_id);

-- 会議体.
CREATE TABLE forum (
    id UUID PRIMARY KEY NOT NULL,
    area TEXT NOT NULL,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    note TEXT NOT NULL,
    seats TEXT NOT NULL,
    meetings TEXT NOT NULL,
    written_at TIMESTAMPTZ NOT NULL,
    UNIQUE (area, name)
);

CREATE TABLE forum_member (
    forum_id UUID NOT NULL REFERENCES forum (id) DEFERRABLE INITIALLY DEFERRED,
    number INTEGER NOT NULL,
    seat TEXT NOT NULL,
    office_id UUID REFERENCES office (id) DEFERRABLE INITIALLY DEFERRED,
    name TEXT NOT NULL,
    since TEXT,
    until TEXT,
    PRIMARY KEY (forum_id, number)
);
CREATE INDEX forum_member_office ON forum_member (office_id);
