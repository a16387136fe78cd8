-- owner: cases
CREATE TABLE case_note (id TEXT PRIMARY KEY);
