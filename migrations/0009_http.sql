-- owner: http
-- why:   a create that is sent twice, because the network failed in between, is done once.
-- safe:  first schema.

CREATE TABLE http_idempotency (
    user_id    TEXT NOT NULL,
    key        TEXT NOT NULL,
    request    TEXT NOT NULL,                     -- SHA-256 of method, path and body
    status     INTEGER NOT NULL,
    body       TEXT NOT NULL,
    etag       TEXT NOT NULL DEFAULT '',
    location   TEXT NOT NULL DEFAULT '',
    created_at TEXT NOT NULL,
    PRIMARY KEY (user_id, key)
);
CREATE INDEX http_idempotency_by_age ON http_idempotency (created_at);
