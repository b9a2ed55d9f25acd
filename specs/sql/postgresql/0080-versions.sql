-- What a practice said before: each signed document that a later one took the place of, word for word, ours and others'.
CREATE TABLE document_version (
  origin text NOT NULL,
  key text NOT NULL,
  revision integer NOT NULL,
  audience integer NOT NULL,
  body text NOT NULL,
  PRIMARY KEY (origin, key, revision)
);

-- The revision for which all earlier versions were taken from the origin, as far as it shows them.
ALTER TABLE document ADD COLUMN complete integer NOT NULL DEFAULT 0;

-- Those of which earlier versions may have gone past this pole. Practices alone keep theirs: an entry of the directory has
-- telephone numbers that somebody took out.
CREATE INDEX document_lacking ON document (origin)
WHERE origin <> '' AND is_tombstone = 0 AND revision > 1 AND complete < revision AND starts_with(key, 'practice/');

CREATE FUNCTION keep_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- One of ours that left its audience has no document any more, and may be shared again.
  IF OLD.is_tombstone = 0 AND (OLD.origin = '' OR (TG_OP = 'UPDATE' AND NEW.is_tombstone = 0)) THEN
    INSERT INTO document_version (origin, key, revision, audience, body)
    VALUES (OLD.origin, OLD.key, OLD.revision, OLD.audience, OLD.body)
    ON CONFLICT DO NOTHING;
  END IF;

  -- What another pole takes back, or is dropped of it, goes with all that it was before.
  IF OLD.origin <> '' AND (TG_OP = 'DELETE' OR NEW.is_tombstone = 1) THEN
    DELETE FROM document_version WHERE origin = OLD.origin AND key = OLD.key;
  END IF;

  IF TG_OP = 'DELETE' THEN
    RETURN OLD;
  END IF;

  IF NEW.revision = OLD.revision + 1 AND (OLD.revision = 1 OR OLD.complete = OLD.revision) THEN
    NEW.complete := NEW.revision;
  END IF;
  RETURN NEW;
END
$$;

CREATE TRIGGER document_superseded BEFORE UPDATE OF revision ON document
FOR EACH ROW WHEN (NEW.revision > OLD.revision AND starts_with(OLD.key, 'practice/')) EXECUTE FUNCTION keep_version();

CREATE TRIGGER document_gone BEFORE DELETE ON document
FOR EACH ROW WHEN (starts_with(OLD.key, 'practice/')) EXECUTE FUNCTION keep_version();
