-- A collection that a person follows, and the practices that stood in it when they looked last, one a line.
CREATE TABLE followed_collection (
  account_id text NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  collection text NOT NULL,
  seen text NOT NULL,
  PRIMARY KEY (account_id, collection)
);
