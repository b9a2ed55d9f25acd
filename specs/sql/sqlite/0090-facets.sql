-- What lists are narrowed by and found by, built anew by the program when it starts: more facets than sectors and
-- languages, each value with the time of its row, so that the latest of a value stand side by side.
DROP TABLE catalogue_tag;

CREATE TABLE catalogue_tag (
  row_id INTEGER NOT NULL,
  facet TEXT NOT NULL,
  value TEXT NOT NULL,
  updated INTEGER NOT NULL,
  PRIMARY KEY (row_id, facet, value)
) WITHOUT ROWID;

CREATE INDEX catalogue_tag_latest ON catalogue_tag (facet, value, updated, row_id);

-- Beside the words of the text, one for each value by which it is listed: what is asked in one language is found by it
-- in every other.
DROP TABLE catalogue_text;

CREATE VIRTUAL TABLE catalogue_text USING fts5 (name, summary, more, marks, tokenize = "unicode61 remove_diacritics 0");

INSERT INTO catalogue_text (catalogue_text, rank) VALUES ('secure-delete', 1);
