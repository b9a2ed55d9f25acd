-- Each letter is marked as done once: with the body in the same row, that wrote the body again.
CREATE TABLE inbox_body (
  number INTEGER PRIMARY KEY,
  body TEXT NOT NULL,
  -- What the letter is about, when only its address stood inside.
  object_body TEXT
);

INSERT INTO inbox_body (number, body, object_body) SELECT number, body, object_body FROM inbox WHERE body IS NOT NULL ORDER BY number;

DROP INDEX inbox_done;
ALTER TABLE inbox DROP COLUMN body;
ALTER TABLE inbox DROP COLUMN object_body;
