-- Whose a document is: the gate asks this with each letter, and must not read the body for it. Empty for what is ours.
ALTER TABLE document ADD COLUMN owner TEXT NOT NULL DEFAULT '';

UPDATE document SET owner = COALESCE(
  CASE json_type(body, '$.attributedTo')
    WHEN 'text' THEN json_extract(body, '$.attributedTo')
    WHEN 'array' THEN json_extract(body, '$.attributedTo[0]')
    WHEN 'object' THEN json_extract(body, '$.attributedTo.id') END,
  -- Where a record was taken from us stands the activity that did it; an actor is its own.
  json_extract(body, '$.actor'),
  json_extract(body, '$.id'),
  '')
WHERE origin <> '';

-- An id is the actor's that gave it: a neighbour on its host must not take it away beforehand.
CREATE TABLE inbox_by_actor (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  activity_id TEXT NOT NULL,
  sender TEXT NOT NULL,
  actor TEXT NOT NULL,
  verb TEXT NOT NULL,
  hash TEXT NOT NULL,
  body TEXT,
  -- What the letter is about, when only its address stood inside.
  object_body TEXT,
  received INTEGER NOT NULL,
  done INTEGER,
  note TEXT,
  UNIQUE (activity_id, actor)
);

INSERT INTO inbox_by_actor (number, activity_id, sender, actor, verb, hash, body, object_body, received, done, note)
SELECT number, activity_id, sender, actor, verb, hash, body, object_body, received, done, note FROM inbox ORDER BY number;

DROP TABLE inbox;
ALTER TABLE inbox_by_actor RENAME TO inbox;
CREATE INDEX inbox_waiting ON inbox (sender, number) WHERE done IS NULL;
CREATE INDEX inbox_done ON inbox (done) WHERE body IS NOT NULL;

-- Some may stand under an actor that merely listed them. What is rightly known is soon found again.
DELETE FROM remote_actor_key;
