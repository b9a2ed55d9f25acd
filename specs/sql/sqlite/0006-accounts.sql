-- Accounts are rows: that a name is unique cannot be a rule between grains.
CREATE TABLE account (
  id TEXT NOT NULL PRIMARY KEY,
  user_name TEXT NOT NULL,
  normalized_user_name TEXT NOT NULL UNIQUE,
  display_name TEXT NOT NULL,
  language TEXT NOT NULL,
  password_hash TEXT,
  security_stamp TEXT NOT NULL,
  concurrency_stamp TEXT NOT NULL,
  access_failed_count INTEGER NOT NULL,
  lockout_end INTEGER,
  created INTEGER NOT NULL,
  disabled INTEGER
);

CREATE TABLE account_role (
  account_id TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  role TEXT NOT NULL,
  PRIMARY KEY (account_id, role)
);

CREATE INDEX account_role_role ON account_role (role);

CREATE TABLE invitation (
  hash TEXT NOT NULL PRIMARY KEY,
  role TEXT NOT NULL,
  note TEXT NOT NULL,
  invited_by TEXT NOT NULL,
  created INTEGER NOT NULL,
  expires INTEGER NOT NULL,
  used INTEGER,
  withdrawn INTEGER
);

CREATE TABLE api_client (
  client_id TEXT NOT NULL PRIMARY KEY,
  secret_hash TEXT NOT NULL,
  name TEXT NOT NULL,
  role TEXT NOT NULL,
  created INTEGER NOT NULL,
  withdrawn INTEGER
);

CREATE TABLE setup_code (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  hash TEXT NOT NULL,
  expires INTEGER NOT NULL
);
