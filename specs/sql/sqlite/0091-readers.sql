-- When a row came here, or its latest change did: what a partner wrote long ago may be new here today.
ALTER TABLE catalogue ADD COLUMN came INTEGER NOT NULL DEFAULT 0;

-- All that a list asks of a row, so that it need not be opened for it.
DROP INDEX catalogue_latest;

CREATE INDEX catalogue_latest ON catalogue (kind, updated, key, audience, is_withdrawn, origin, came);

-- The same by its number, for rows that the words of a search lead to.
CREATE INDEX catalogue_look ON catalogue (row_id, kind, audience, is_withdrawn, origin, updated, key, came);

-- When a person was here: what came after seen is new to them.
CREATE TABLE account_visit (
  account_id TEXT NOT NULL PRIMARY KEY REFERENCES account (id) ON DELETE CASCADE,
  seen INTEGER NOT NULL,
  last INTEGER NOT NULL
);

-- A search that a person keeps, as the address of its list has it.
CREATE TABLE saved_search (
  id TEXT NOT NULL PRIMARY KEY,
  account_id TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  search TEXT NOT NULL,
  opened INTEGER NOT NULL
);

CREATE INDEX saved_search_account ON saved_search (account_id);
