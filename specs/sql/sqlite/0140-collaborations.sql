-- What was said in collaborations, by this pole and by others, each event signed and word for word. Rows come and never
-- change: whoever alters one all the same is named by its hash, its proof, and what cites it.
CREATE TABLE collaboration_event (
  position INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  -- Hash of the first event.
  collaboration TEXT NOT NULL,
  hash TEXT NOT NULL UNIQUE,
  author TEXT NOT NULL,
  -- Where its author keeps it: by this a repeated command is known.
  address TEXT NOT NULL,
  body TEXT NOT NULL CHECK (length(body) BETWEEN 2 AND 65536),
  arrived INTEGER NOT NULL
);

CREATE INDEX collaboration_event_log ON collaboration_event (collaboration, position);

CREATE INDEX collaboration_event_address ON collaboration_event (address);

CREATE INDEX collaboration_event_first ON collaboration_event (author) WHERE hash = collaboration;

CREATE TRIGGER collaboration_event_stays BEFORE UPDATE ON collaboration_event
BEGIN
  SELECT RAISE(ABORT, 'An event of a collaboration does not change.');
END;

CREATE TRIGGER collaboration_event_kept BEFORE DELETE ON collaboration_event
BEGIN
  SELECT RAISE(ABORT, 'An event of a collaboration is not taken away.');
END;
