-- How requests to other hosts are signed, as far as they showed it. What is not here gets the first dialect.
CREATE TABLE peer_dialect (
  authority TEXT NOT NULL PRIMARY KEY,
  dialect TEXT NOT NULL,
  -- 1 when the host refused another dialect.
  settled INTEGER NOT NULL,
  learned INTEGER NOT NULL
);

CREATE INDEX peer_dialect_age ON peer_dialect (learned);
