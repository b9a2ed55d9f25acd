-- What the changes feed, the digest and the repair between poles need.

-- Number of the latest ledger entry about a document of ours, and of the first: the feed is in this order, and whoever
-- joined after the first and last never saw what was withdrawn. 0 for what is of others.
ALTER TABLE document ADD COLUMN number INTEGER NOT NULL DEFAULT 0;
ALTER TABLE document ADD COLUMN first_number INTEGER NOT NULL DEFAULT 0;

UPDATE document SET
  number = COALESCE((SELECT MAX(l.number) FROM ledger l WHERE l.about = document.key AND l.addressee IS NULL), 0),
  first_number = COALESCE((SELECT MIN(l.first_number) FROM ledger l WHERE l.about = document.key AND l.addressee IS NULL), 0)
WHERE origin = '';

-- The feed: who may see what is decided in the index, and only what is sent is read.
CREATE INDEX document_changes ON document (origin, number, audience, is_tombstone, first_number);

-- The digest: one scan of the index, no body is touched.
CREATE INDEX document_digest ON document (origin, is_tombstone, key, revision, audience);

-- A body that was put away leaves its hash.
ALTER TABLE ledger ADD COLUMN hash TEXT;

CREATE INDEX ledger_compact ON ledger (recorded) WHERE is_superseded = 1 AND addressee IS NULL AND hash IS NULL;

-- How far this pole agrees with each origin that it takes things from.
CREATE TABLE repair (
  origin TEXT NOT NULL PRIMARY KEY,
  -- Its actor; empty as long as nobody has shown it.
  actor TEXT NOT NULL,
  -- The place in its log up to which everything was taken; a number means something only with its epoch.
  epoch TEXT NOT NULL,
  number INTEGER NOT NULL,
  due_at INTEGER NOT NULL,
  failures INTEGER NOT NULL,
  compared_at INTEGER,
  -- NULL as long as the two differ.
  agreed_since INTEGER,
  -- The round that is under way, or the last one.
  taken INTEGER NOT NULL,
  total INTEGER NOT NULL,
  refused INTEGER NOT NULL,
  problem TEXT,
  -- The origin's own word on how fresh this is, word for word, and its time.
  checkpoint TEXT,
  as_of INTEGER,
  -- The third pole that gave what the origin could not.
  via TEXT NOT NULL,
  -- Where a third pole's list is to be read on.
  place TEXT,
  -- 1 when people asked for copies of it although it is no partner.
  is_copied INTEGER NOT NULL,
  -- 1 when its key is believed only because third poles showed it.
  is_unconfirmed INTEGER NOT NULL
);

CREATE INDEX repair_due ON repair (due_at);
