-- Nothing here: a single process keeps its membership in memory. The numbers of the two databases go together, so that
-- a backup of one can be put into the other.
SELECT 1;
