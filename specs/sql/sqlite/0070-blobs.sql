-- Images and documents, each once, named by the SHA-256 of its bytes.
CREATE TABLE blob (
  hash TEXT NOT NULL PRIMARY KEY,
  media_type TEXT NOT NULL,
  size INTEGER NOT NULL,
  bytes BLOB NOT NULL,
  -- Until then it is kept though no record names it; 0 for what came from other poles.
  held_until INTEGER NOT NULL
);

-- Which row of the catalogue names which blob. Derived, as the catalogue is.
CREATE TABLE catalogue_blob (
  row_id INTEGER NOT NULL,
  hash TEXT NOT NULL,
  media_type TEXT NOT NULL,
  size INTEGER NOT NULL,
  PRIMARY KEY (row_id, hash)
) WITHOUT ROWID;

CREATE INDEX catalogue_blob_hash ON catalogue_blob (hash);
