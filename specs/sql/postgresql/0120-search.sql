-- The index of words, built anew by the program when it starts: with the stems of words, and with all that a search asks of a row, so that it looks
-- into one table. Vectors stand in their rows, as they are, up to 8 kB: to fetch them from elsewhere takes longer than
-- to rank them.
DROP TABLE catalogue_text;

CREATE TABLE catalogue_text (
  row_id bigint PRIMARY KEY,
  kind text NOT NULL,
  audience integer NOT NULL,
  is_withdrawn integer NOT NULL,
  origin text NOT NULL,
  updated bigint NOT NULL,
  key text NOT NULL,
  came bigint NOT NULL,
  words tsvector NOT NULL
) WITH (toast_tuple_target = 8160);

ALTER TABLE catalogue_text ALTER COLUMN words SET STORAGE EXTERNAL;

CREATE INDEX catalogue_text_words ON catalogue_text USING gin (words);
