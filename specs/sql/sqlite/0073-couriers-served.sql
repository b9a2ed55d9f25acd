-- How far the feed was given out to the relation, page after page, from where the cursor stood: whoever then asks for what lies
-- behind a page has that page, and its courier need not carry it.
ALTER TABLE courier ADD COLUMN served INTEGER NOT NULL DEFAULT 0;
