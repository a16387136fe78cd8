-- owner: referrals
-- why:   referrals come in from files of other agencies. The same file is imported again after its
--        mistakes are put right, and what came in the first time must not come in twice.
-- safe:  adds a table; the release before this one ignores it.

-- What came in from a file, by the reference that its sender gave it.
CREATE TABLE referral_import (
    partnership_id   TEXT NOT NULL,
    sender           TEXT NOT NULL,  -- the id of the agency that refers, else the code of the source
    source_reference TEXT NOT NULL,
    content_digest   TEXT NOT NULL,  -- SHA-256 of what the row said
    referral_id      TEXT NOT NULL REFERENCES referral_record (id),
    PRIMARY KEY (partnership_id, sender, source_reference)
) {{without_rowid}};

-- Asked for when a draft is thrown away: does anything still refer to it?
CREATE INDEX referral_import_by_referral ON referral_import (referral_id);
