-- Each letter is marked as done once: with the body in the same row, that wrote the body again.
CREATE TABLE inbox_body (
  number bigint PRIMARY KEY,
  body text NOT NULL,
  -- What the letter is about, when only its address stood inside.
  object_body text
);

INSERT INTO inbox_body (number, body, object_body) SELECT number, body, object_body FROM inbox WHERE body IS NOT NULL ORDER BY number;

DROP INDEX inbox_done;

-- To drop a column frees nothing of the rows that are there.
UPDATE inbox SET body = NULL, object_body = NULL WHERE body IS NOT NULL;
ALTER TABLE inbox DROP COLUMN body;
ALTER TABLE inbox DROP COLUMN object_body;
