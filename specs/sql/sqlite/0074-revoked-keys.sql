-- Up to this number of the ledger records were proved by keys that are revoked now: they are shared anew.
ALTER TABLE node ADD COLUMN renew_through INTEGER NOT NULL DEFAULT 0;

-- The keys for proofs that the origin listed when it was last compared with: one that is gone was revoked.
ALTER TABLE repair ADD COLUMN keys TEXT NOT NULL DEFAULT '';
