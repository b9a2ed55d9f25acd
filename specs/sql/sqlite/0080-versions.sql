-- What a practice said before: each signed document that a later one took the place of, word for word, ours and others'.
CREATE TABLE document_version (
  origin TEXT NOT NULL,
  key TEXT NOT NULL,
  revision INTEGER NOT NULL,
  audience INTEGER NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (origin, key, revision)
);

-- The revision for which all earlier versions were taken from the origin, as far as it shows them.
ALTER TABLE document ADD COLUMN complete INTEGER NOT NULL DEFAULT 0;

-- Those of which earlier versions may have gone past this pole. Practices alone keep theirs: an entry of the directory has
-- telephone numbers that somebody took out.
CREATE INDEX document_lacking ON document (origin)
WHERE origin <> '' AND is_tombstone = 0 AND revision > 1 AND complete < revision AND key >= 'practice/' AND key < 'practice0';

CREATE TRIGGER document_superseded AFTER UPDATE OF revision ON document
WHEN NEW.revision > OLD.revision AND OLD.key >= 'practice/' AND OLD.key < 'practice0'
BEGIN
  INSERT INTO document_version (origin, key, revision, audience, body)
  SELECT OLD.origin, OLD.key, OLD.revision, OLD.audience, OLD.body WHERE OLD.is_tombstone = 0 AND (NEW.is_tombstone = 0 OR OLD.origin = '')
  ON CONFLICT DO NOTHING;

  -- What another pole takes back goes with all that it was before.
  DELETE FROM document_version WHERE NEW.is_tombstone = 1 AND OLD.origin <> '' AND origin = OLD.origin AND key = OLD.key;

  UPDATE document SET complete = NEW.revision
  WHERE origin = NEW.origin AND key = NEW.key AND NEW.revision = OLD.revision + 1 AND (OLD.revision = 1 OR OLD.complete = OLD.revision);
END;

-- One of ours that left its audience has no document any more, and may be shared again; what is dropped of another is gone.
CREATE TRIGGER document_gone AFTER DELETE ON document
WHEN OLD.key >= 'practice/' AND OLD.key < 'practice0'
BEGIN
  INSERT INTO document_version (origin, key, revision, audience, body)
  SELECT OLD.origin, OLD.key, OLD.revision, OLD.audience, OLD.body WHERE OLD.is_tombstone = 0 AND OLD.origin = ''
  ON CONFLICT DO NOTHING;
  DELETE FROM document_version WHERE OLD.origin <> '' AND origin = OLD.origin AND key = OLD.key;
END;
