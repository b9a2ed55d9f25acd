-- A collection that a person follows, and the practices that stood in it when they looked last, one a line.
CREATE TABLE followed_collection (
  account_id TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  collection TEXT NOT NULL,
  seen TEXT NOT NULL,
  PRIMARY KEY (account_id, collection)
);
