-- owner: nobody
CREATE TABLE orphan (id TEXT PRIMARY KEY);
