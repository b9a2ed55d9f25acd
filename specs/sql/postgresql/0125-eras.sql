-- The words of a row stand in the index with the number of its four thousand rows, no longer its sixteen thousand. The
-- program builds it anew when it starts.
TRUNCATE catalogue_text;
