-- Indexes for what is asked most.

-- The latest word about a record, without all that it took the place of.
CREATE INDEX ledger_latest ON ledger (about, number) WHERE is_superseded = 0;
-- What may still have to be sent to more than one; whom it concerns is mostly decided in the index.
CREATE INDEX ledger_shared ON ledger (number, audience, verb, addressee, is_superseded) WHERE addressee IS NULL AND is_superseded = 0;

CREATE INDEX outbox_ready ON outbox (position) WHERE problem IS NULL;

-- "done" stands in it so that the table is not read to learn who waits.
DROP INDEX inbox_waiting;
CREATE INDEX inbox_waiting ON inbox (sender, number, done) WHERE done IS NULL;
