-- Who might see a record is told of its withdrawal, whether or not it was pushed there: it may have come from the feed or in
-- a file. How far pushing went says nothing about that; when a partner left does.
ALTER TABLE courier ADD COLUMN parted bigint;

UPDATE courier SET parted = reached WHERE sees IS NULL;

ALTER TABLE courier DROP COLUMN reached;
