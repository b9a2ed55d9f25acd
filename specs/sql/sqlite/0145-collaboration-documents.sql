-- Documents that collaborations name, as their logs say now. Given are those that this pole named itself, and those whose bytes
-- came from a partner: else whoever knows a hash could have by it what is held here for another reason.
CREATE TABLE collaboration_blob (
  collaboration TEXT NOT NULL,
  hash TEXT NOT NULL,
  media_type TEXT NOT NULL,
  is_given INTEGER NOT NULL,
  PRIMARY KEY (collaboration, hash)
) WITHOUT ROWID;

CREATE INDEX collaboration_blob_hash ON collaboration_blob (hash);
