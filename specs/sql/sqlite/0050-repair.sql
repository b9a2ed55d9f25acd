-- Where a record went out of the sight of some, the feed shows them its Remove.
CREATE INDEX ledger_removal ON ledger (number) WHERE verb = 'Remove' AND is_superseded = 0 AND addressee IS NULL;

-- Counts how often the relation began anew or came to see otherwise: a round that was under way then is of the past, also
-- when the cursor has not moved.
ALTER TABLE courier ADD COLUMN generation INTEGER NOT NULL DEFAULT 0;

-- The epoch in which the origin was asked once more for what it shares, since it did not know us any more.
ALTER TABLE repair ADD COLUMN asked TEXT NOT NULL DEFAULT '';
