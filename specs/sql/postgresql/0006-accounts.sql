-- Accounts are rows: that a name is unique cannot be a rule between grains.
CREATE TABLE account (
  id text NOT NULL PRIMARY KEY,
  user_name text NOT NULL,
  normalized_user_name text NOT NULL UNIQUE,
  display_name text NOT NULL,
  language text NOT NULL,
  password_hash text,
  security_stamp text NOT NULL,
  concurrency_stamp text NOT NULL,
  access_failed_count integer NOT NULL,
  lockout_end bigint,
  created bigint NOT NULL,
  disabled bigint
);

CREATE TABLE account_role (
  account_id text NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  role text NOT NULL,
  PRIMARY KEY (account_id, role)
);

CREATE INDEX account_role_role ON account_role (role);

CREATE TABLE invitation (
  hash text NOT NULL PRIMARY KEY,
  role text NOT NULL,
  note text NOT NULL,
  invited_by text NOT NULL,
  created bigint NOT NULL,
  expires bigint NOT NULL,
  used bigint,
  withdrawn bigint
);

CREATE TABLE api_client (
  client_id text NOT NULL PRIMARY KEY,
  secret_hash text NOT NULL,
  name text NOT NULL,
  role text NOT NULL,
  created bigint NOT NULL,
  withdrawn bigint
);

CREATE TABLE setup_code (
  id integer PRIMARY KEY CHECK (id = 1),
  hash text NOT NULL,
  expires bigint NOT NULL
);
