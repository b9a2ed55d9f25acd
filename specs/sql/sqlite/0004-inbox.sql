-- Letters that passed the gate, each once; the id and the hash stay when the body goes.
CREATE TABLE inbox (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  activity_id TEXT NOT NULL UNIQUE,
  sender TEXT NOT NULL,
  actor TEXT NOT NULL,
  verb TEXT NOT NULL,
  hash TEXT NOT NULL,
  body TEXT,
  -- What the letter is about, when only its address stood inside.
  object_body TEXT,
  received INTEGER NOT NULL,
  done INTEGER,
  note TEXT
);

CREATE INDEX inbox_waiting ON inbox (sender, number) WHERE done IS NULL;
CREATE INDEX inbox_done ON inbox (done) WHERE body IS NOT NULL;

-- Actors of other servers as they were last fetched.
CREATE TABLE remote_actor (
  id TEXT NOT NULL PRIMARY KEY,
  authority TEXT NOT NULL,
  body TEXT NOT NULL,
  fetched_at INTEGER NOT NULL
);

-- A key is found under one actor only: the last that claimed it on its own origin.
CREATE TABLE remote_actor_key (
  key_id TEXT NOT NULL PRIMARY KEY,
  actor_id TEXT NOT NULL REFERENCES remote_actor (id) ON DELETE CASCADE
);

CREATE INDEX remote_actor_key_actor ON remote_actor_key (actor_id);
CREATE INDEX remote_actor_age ON remote_actor (fetched_at);
