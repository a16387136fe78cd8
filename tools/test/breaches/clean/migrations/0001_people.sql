-- owner: people
CREATE TABLE person (id TEXT PRIMARY KEY);
CREATE VIEW report_person AS SELECT id FROM person;

-- owner: cases
CREATE TABLE case_record (id TEXT PRIMARY KEY, person_id TEXT REFERENCES person (id));
CREATE INDEX case_record_person ON case_record (person_id);
