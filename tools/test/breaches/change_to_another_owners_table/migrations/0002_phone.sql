-- owner: cases
ALTER TABLE person ADD COLUMN phone TEXT;
