-- The way out: what follows from a stored state (outbox), what was shared in the order in which it was (ledger), the
-- signed documents word for word (document), and who has got how far (courier).
-- Times are milliseconds since 1970, truth values 0 or 1, JSON is text.
CREATE TABLE outbox (
  position INTEGER PRIMARY KEY AUTOINCREMENT,
  entry_id TEXT NOT NULL UNIQUE,
  body TEXT NOT NULL,
  -- Why the publisher cannot read it: it is set aside, and no other entry waits for it.
  problem TEXT
);

-- An entry is copied by the write that brings it: one that already stood in the row before was copied then, and may
-- have been published and taken away since. So writing a state again brings nothing back.
CREATE TRIGGER OrleansStorage_inserted AFTER INSERT ON OrleansStorage
WHEN json_type(CAST(NEW.PayloadBinary AS TEXT), '$.outbox') = 'array'
BEGIN
  INSERT INTO outbox (entry_id, body)
  SELECT entry.value ->> '$.id', entry.value
  FROM json_each(CAST(NEW.PayloadBinary AS TEXT), '$.outbox') AS entry
  WHERE true
  ORDER BY entry.key
  ON CONFLICT (entry_id) DO NOTHING;
END;

CREATE TRIGGER OrleansStorage_updated AFTER UPDATE OF PayloadBinary ON OrleansStorage
WHEN json_type(CAST(NEW.PayloadBinary AS TEXT), '$.outbox') = 'array'
BEGIN
  INSERT INTO outbox (entry_id, body)
  SELECT entry.value ->> '$.id', entry.value
  FROM json_each(CAST(NEW.PayloadBinary AS TEXT), '$.outbox') AS entry
  WHERE NOT EXISTS (
    SELECT 1 FROM json_each(CAST(OLD.PayloadBinary AS TEXT), '$.outbox') AS held
    WHERE held.value ->> '$.id' = entry.value ->> '$.id')
  ORDER BY entry.key
  ON CONFLICT (entry_id) DO NOTHING;
END;

-- The locked row that numbers are taken from: two publishers at once wait for each other here.
CREATE TABLE ledger_head (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  number INTEGER NOT NULL
);

INSERT INTO ledger_head (id, number) VALUES (1, 0);

CREATE TABLE ledger (
  number INTEGER PRIMARY KEY,
  entry_id TEXT NOT NULL UNIQUE,
  about TEXT NOT NULL,
  revision INTEGER NOT NULL,
  verb TEXT NOT NULL,
  audience INTEGER NOT NULL,
  addressee TEXT,
  activity_id TEXT NOT NULL,
  activity TEXT NOT NULL,
  recorded INTEGER NOT NULL,
  is_superseded INTEGER NOT NULL DEFAULT 0,
  first_number INTEGER NOT NULL
);

CREATE INDEX ledger_about ON ledger (about, number);
CREATE INDEX ledger_activity ON ledger (activity_id);
CREATE INDEX ledger_addressee ON ledger (addressee, number) WHERE addressee IS NOT NULL;
CREATE INDEX ledger_public ON ledger (number) WHERE audience = 2 AND addressee IS NULL AND is_superseded = 0;

-- Origin is empty for what is ours, so that a row survives a move.
CREATE TABLE document (
  origin TEXT NOT NULL,
  key TEXT NOT NULL,
  revision INTEGER NOT NULL,
  audience INTEGER NOT NULL,
  is_tombstone INTEGER NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (origin, key)
);

CREATE TABLE courier (
  relation TEXT NOT NULL PRIMARY KEY,
  inbox TEXT NOT NULL,
  sees INTEGER,
  -- 1 once it saw anything: from then on withdrawals concern it, however often it leaves and comes back.
  ever_saw INTEGER NOT NULL,
  rests INTEGER NOT NULL,
  cursor INTEGER NOT NULL,
  joined INTEGER NOT NULL,
  failures INTEGER NOT NULL,
  due_at INTEGER NOT NULL,
  delivered_at INTEGER,
  problem TEXT,
  refused INTEGER NOT NULL
);

CREATE INDEX courier_due ON courier (due_at, cursor) WHERE rests = 0;

CREATE TABLE courier_refusal (
  relation TEXT NOT NULL,
  number INTEGER NOT NULL,
  status INTEGER NOT NULL,
  reason TEXT NOT NULL,
  recorded INTEGER NOT NULL,
  PRIMARY KEY (relation, number)
);
