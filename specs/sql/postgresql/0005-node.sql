-- What makes this database the one that it is. One row.
CREATE TABLE node (
  id integer PRIMARY KEY CHECK (id = 1),
  epoch text NOT NULL,
  pole_id text NOT NULL,
  server_id text NOT NULL,
  keys text NOT NULL,
  -- 1 from a restore until partner poles gave back what was lost.
  recovering integer NOT NULL DEFAULT 0
);

-- Named secrets, such as the key that signs tokens.
CREATE TABLE secret (
  name text NOT NULL PRIMARY KEY,
  value text NOT NULL
);

-- ASP.NET Core's own keys for cookies.
CREATE TABLE data_protection_key (
  name text NOT NULL PRIMARY KEY,
  body text NOT NULL
);

-- Written by the health check: that the row can be committed is the proof.
CREATE TABLE pulse (
  id integer PRIMARY KEY CHECK (id = 1),
  beaten bigint NOT NULL
);
