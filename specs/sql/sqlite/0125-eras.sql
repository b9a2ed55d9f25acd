-- Nothing: eras are of the index of words in PostgreSQL.
SELECT 1;
