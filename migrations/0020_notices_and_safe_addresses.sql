-- owner: notices
-- why:   who must know at once (an emergency, a request, a correction) found out when they looked.
-- safe:  adds a table; the release before this one ignores it.

-- One for each who is told. It holds ids and codes; what it is about is read when it is shown, by
-- what the reader may see then.
CREATE TABLE notice (
    id           TEXT PRIMARY KEY,
    user_id      TEXT NOT NULL,
    kind         TEXT NOT NULL,        -- emergency, ask, ask_decided, shared, correction ...
    subject_kind TEXT NOT NULL,        -- case, ask, reveal, safe_address
    subject_id   TEXT NOT NULL,
    by_id        TEXT NOT NULL,        -- who did what it tells of
    at           TEXT NOT NULL,
    seen_at      TEXT
);
CREATE INDEX notice_by_user ON notice (user_id, at);

-- owner: safe_addresses
-- why:   where somebody is hidden must be readable to nobody but those who keep it, and to them only
--        when a second of them agrees.
-- safe:  adds tables; the release before this one ignores them.

-- Limits that policy sets, each from a day on; the latest that has begun holds.
CREATE TABLE safe_address_limit (
    code       TEXT NOT NULL,
    value      BIGINT NOT NULL,
    source     TEXT NOT NULL,
    valid_from TEXT NOT NULL,
    PRIMARY KEY (code, valid_from)
);
INSERT INTO safe_address_limit (code, value, source, valid_from) VALUES
('reveal_minutes', 15, 'Decision 0017', '2021-01-01');

-- `key` is this record's own, wrapped by the server's sealing key, which is in no database. Both are
-- emptied when the address is no longer kept.
CREATE TABLE safe_address (
    id             TEXT PRIMARY KEY,
    partnership_id TEXT NOT NULL,
    person_id      TEXT NOT NULL,
    agency_id      TEXT NOT NULL,      -- who keeps it
    key            TEXT NOT NULL,
    body           TEXT NOT NULL,
    sealed_by      TEXT NOT NULL,
    sealed_at      TEXT NOT NULL,
    ended_by       TEXT,
    ended_at       TEXT,
    revision       BIGINT NOT NULL DEFAULT 1
);
CREATE UNIQUE INDEX safe_address_kept ON safe_address (agency_id, person_id) WHERE ended_at IS NULL;

CREATE TABLE safe_address_reveal (
    id         TEXT PRIMARY KEY,
    address_id TEXT NOT NULL REFERENCES safe_address (id),
    asked_by   TEXT NOT NULL,
    asked_at   TEXT NOT NULL,
    reason     TEXT NOT NULL,
    decision   TEXT,                   -- given or refused
    decided_by TEXT,
    decided_at TEXT,
    until      TEXT,                   -- may be read by who asked, up to this instant
    revision   BIGINT NOT NULL DEFAULT 1
);
CREATE INDEX safe_address_reveal_by_address ON safe_address_reveal (address_id, asked_at);
