-- Whose host a courier goes to, and what is held against it.

-- The host of a relation: all visitors of one server share it.
ALTER TABLE courier ADD COLUMN authority TEXT NOT NULL DEFAULT '';
UPDATE courier SET authority = CASE instr(relation, '~') WHEN 0 THEN relation ELSE substr(relation, 1, instr(relation, '~') - 1) END;
CREATE INDEX courier_authority ON courier (authority);

-- Refusals one after the other, and since when: who takes nothing for a week is left alone until it is heard of.
ALTER TABLE courier ADD COLUMN refused_row INTEGER NOT NULL DEFAULT 0;
ALTER TABLE courier ADD COLUMN refused_since INTEGER;

-- Letters of this relation that were answered "later", since they were more than its share, and when last.
ALTER TABLE courier ADD COLUMN turned_away INTEGER NOT NULL DEFAULT 0;
ALTER TABLE courier ADD COLUMN turned_away_at INTEGER;
