-- The index of words, built anew by the program when it starts: with the stems of words, so that a question need not put
-- together the rows of every word that begins so.
DROP TABLE catalogue_text;

CREATE VIRTUAL TABLE catalogue_text USING fts5 (name, summary, more, marks, tokenize = "unicode61 remove_diacritics 0");

INSERT INTO catalogue_text (catalogue_text, rank) VALUES ('secure-delete', 1);
