-- Whose a document is: the gate asks this with each letter, and must not read the body for it. Empty for what is ours.
ALTER TABLE document ADD COLUMN owner text NOT NULL DEFAULT '';

UPDATE document SET owner = COALESCE(
  CASE json_typeof(body::json -> 'attributedTo')
    WHEN 'string' THEN body::json ->> 'attributedTo'
    WHEN 'array' THEN body::json -> 'attributedTo' ->> 0
    WHEN 'object' THEN body::json -> 'attributedTo' ->> 'id' END,
  -- Where a record was taken from us stands the activity that did it; an actor is its own.
  body::json ->> 'actor',
  body::json ->> 'id',
  '')
WHERE origin <> '';

-- An id is the actor's that gave it: a neighbour on its host must not take it away beforehand. Both in one index would
-- be larger than it takes.
ALTER TABLE inbox DROP CONSTRAINT inbox_activity_id_key;
CREATE UNIQUE INDEX inbox_activity ON inbox (activity_id, md5(actor));

-- Some may stand under an actor that merely listed them. What is rightly known is soon found again.
DELETE FROM remote_actor_key;
