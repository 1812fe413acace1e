-- Where an office went that was merged into another; its old address is answered for ever.
CREATE TABLE office_redirect (
    old_id BLOB PRIMARY KEY NOT NULL,
    office_id BLOB NOT NULL REFERENCES office (id) DEFERRABLE INITIALLY DEFERRED,
    merged_at TEXT NOT NULL
) STRICT;
CREATE INDEX office_redirect_office ON office_redirect (office_id);

-- Pairs a person has said are two offices, each in both orders: nobody is asked again.
CREATE TABLE office_distinct (
    office_id BLOB NOT NULL REFERENCES office (id) DEFERRABLE INITIALLY DEFERRED,
    other_id BLOB NOT NULL REFERENCES office (id) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (office_id, other_id)
) STRICT;
CREATE INDEX office_distinct_other ON office_distinct (other_id);

-- Listings a person has put to an office by splitting: a later row of the same signature goes there.
CREATE TABLE listing_pin (
    signature TEXT PRIMARY KEY NOT NULL,
    office_id BLOB NOT NULL REFERENCES office (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX listing_pin_office ON listing_pin (office_id);

-- What a steward decided, with what takes it back.
CREATE TABLE decision (
    id BLOB PRIMARY KEY NOT NULL,
    item_id BLOB REFERENCES review_item (id) DEFERRABLE INITIALLY DEFERRED,
    action TEXT NOT NULL,
    offices TEXT NOT NULL,
    inverse TEXT NOT NULL,
    decided_by TEXT NOT NULL,
    decided_at TEXT NOT NULL,
    undone_by TEXT,
    undone_at TEXT
) STRICT;
CREATE INDEX decision_by ON decision (decided_by, id);

CREATE TABLE saved_search (
    id BLOB PRIMARY KEY NOT NULL,
    account_id BLOB NOT NULL REFERENCES account (id) DEFERRABLE INITIALLY DEFERRED,
    name TEXT NOT NULL,
    query TEXT NOT NULL,
    seen_seq INTEGER NOT NULL,
    created_at TEXT NOT NULL
) STRICT;
CREATE INDEX saved_search_account ON saved_search (account_id, id);

CREATE TABLE office_list (
    id BLOB PRIMARY KEY NOT NULL,
    account_id BLOB NOT NULL REFERENCES account (id) DEFERRABLE INITIALLY DEFERRED,
    name TEXT NOT NULL,
    note TEXT NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL
) STRICT;
CREATE INDEX office_list_account ON office_list (account_id, id);

CREATE TABLE office_list_entry (
    list_id BLOB NOT NULL REFERENCES office_list (id) DEFERRABLE INITIALLY DEFERRED,
    office_id BLOB NOT NULL REFERENCES office (id) DEFERRABLE INITIALLY DEFERRED,
    place INTEGER NOT NULL,
    note TEXT NOT NULL,
    PRIMARY KEY (list_id, office_id)
) STRICT;
CREATE INDEX office_list_entry_office ON office_list_entry (office_id);

CREATE INDEX audit_kind ON audit (entity, seq);
CREATE INDEX audit_actor ON audit (actor, seq);

-- The audit is written once: neither this program nor a tool beside it changes or removes a line.
CREATE TRIGGER audit_is_not_changed BEFORE UPDATE ON audit
BEGIN
    SELECT RAISE(ABORT, 'the audit cannot be changed');
END;
CREATE TRIGGER audit_is_not_removed BEFORE DELETE ON audit
BEGIN
    SELECT RAISE(ABORT, 'the audit cannot be changed');
END;
-- INSERT OR REPLACE would remove a line without firing the trigger above.
CREATE TRIGGER audit_is_not_replaced BEFORE INSERT ON audit
WHEN EXISTS (SELECT 1 FROM audit WHERE seq = NEW.seq)
BEGIN
    SELECT RAISE(ABORT, 'the audit cannot be changed');
END;
