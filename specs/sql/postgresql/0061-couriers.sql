-- Whose host a courier goes to, and what is held against it.

-- The host of a relation: all visitors of one server share it.
ALTER TABLE courier ADD COLUMN authority text NOT NULL DEFAULT '';
UPDATE courier SET authority = split_part(relation, '~', 1);
CREATE INDEX courier_authority ON courier (authority);

-- Refusals one after the other, and since when: who takes nothing for a week is left alone until it is heard of.
ALTER TABLE courier ADD COLUMN refused_row integer NOT NULL DEFAULT 0;
ALTER TABLE courier ADD COLUMN refused_since bigint;

-- Letters of this relation that were answered "later", since they were more than its share, and when last.
ALTER TABLE courier ADD COLUMN turned_away bigint NOT NULL DEFAULT 0;
ALTER TABLE courier ADD COLUMN turned_away_at bigint;
