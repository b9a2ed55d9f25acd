-- What makes this database the one that it is. One row.
CREATE TABLE node (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  epoch TEXT NOT NULL,
  pole_id TEXT NOT NULL,
  server_id TEXT NOT NULL,
  keys TEXT NOT NULL,
  -- 1 from a restore until partner poles gave back what was lost.
  recovering INTEGER NOT NULL DEFAULT 0
);

-- Named secrets, such as the key that signs tokens.
CREATE TABLE secret (
  name TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
);

-- ASP.NET Core's own keys for cookies.
CREATE TABLE data_protection_key (
  name TEXT NOT NULL PRIMARY KEY,
  body TEXT NOT NULL
);

-- Written by the health check: that the row can be committed is the proof.
CREATE TABLE pulse (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  beaten INTEGER NOT NULL
);
