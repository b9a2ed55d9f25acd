-- What lists are narrowed by and found by, built anew by the program when it starts: more facets than sectors and
-- languages, each value with the time of its row, so that the latest of a value stand side by side.
DROP TABLE catalogue_tag;

CREATE TABLE catalogue_tag (
  row_id bigint NOT NULL,
  facet text NOT NULL,
  value text NOT NULL,
  updated bigint NOT NULL,
  PRIMARY KEY (row_id, facet, value)
);

CREATE INDEX catalogue_tag_latest ON catalogue_tag (facet, value, updated, row_id);

-- Beside the words of the text, one for each value by which it is listed: what is asked in one language is found by it
-- in every other.
DROP TABLE catalogue_text;

CREATE TABLE catalogue_text (
  row_id bigint PRIMARY KEY,
  words tsvector NOT NULL
);

-- Vectors stand outside of their rows and as they are: most are only found, and few are opened.
ALTER TABLE catalogue_text ALTER COLUMN words SET STORAGE EXTERNAL;
ALTER TABLE catalogue_text SET (toast_tuple_target = 128);

CREATE INDEX catalogue_text_words ON catalogue_text USING gin (words);
