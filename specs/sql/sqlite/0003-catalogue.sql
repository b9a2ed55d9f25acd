-- All that can be listed, searched or mapped, of our own and of other poles. Derived: it can be built anew.
CREATE TABLE catalogue (
  row_id INTEGER PRIMARY KEY,
  origin TEXT NOT NULL,
  key TEXT NOT NULL,
  kind TEXT NOT NULL,
  revision INTEGER NOT NULL,
  audience INTEGER NOT NULL,
  is_withdrawn INTEGER NOT NULL,
  updated INTEGER NOT NULL,
  territory TEXT NOT NULL,
  status TEXT NOT NULL,
  body TEXT NOT NULL,
  UNIQUE (origin, key)
);

CREATE INDEX catalogue_latest ON catalogue (kind, updated, key);

-- Sectors and languages of a row, for the filters of lists.
CREATE TABLE catalogue_tag (
  row_id INTEGER NOT NULL,
  facet TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (row_id, facet, value)
) WITHOUT ROWID;

-- The text is folded before it comes here, so the tokenizer has nothing left to fold.
CREATE VIRTUAL TABLE catalogue_text USING fts5 (name, summary, more, tokenize = "unicode61 remove_diacritics 0");

-- People may ask to be erased: what is taken out of the index leaves no trace in its pages.
INSERT INTO catalogue_text (catalogue_text, rank) VALUES ('secure-delete', 1);
