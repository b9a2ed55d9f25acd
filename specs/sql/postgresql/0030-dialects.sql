-- How requests to other hosts are signed, as far as they showed it. What is not here gets the first dialect.
CREATE TABLE peer_dialect (
  authority text NOT NULL PRIMARY KEY,
  dialect text NOT NULL,
  -- 1 when the host refused another dialect.
  settled integer NOT NULL,
  learned bigint NOT NULL
);

CREATE INDEX peer_dialect_age ON peer_dialect (learned);
