-- Audiences by list, couriers with many sends under way, and what is told of each item's arrival.

-- The partner poles that an entry is for, when it is for a list. They stand in no signed byte, and can be erased.
CREATE TABLE ledger_partner (
  number bigint NOT NULL,
  relation text NOT NULL,
  PRIMARY KEY (number, relation)
);

CREATE INDEX ledger_partner_relation ON ledger_partner (relation, number);

-- The least audience that the relation ever belonged to; what it saw is taken back from it also after it left.
ALTER TABLE courier ADD COLUMN saw integer;
-- The highest number that was given to the wire, written before it is: what lies below may have been seen there, however
-- often the cursor returns to the beginning.
ALTER TABLE courier ADD COLUMN reached bigint NOT NULL DEFAULT 0;

UPDATE courier SET saw = COALESCE(sees, CASE ever_saw WHEN 1 THEN 1 END), reached = cursor;

-- When a courier was late: the entries behind "after" and up to "number" arrived at "reached". All others arrived when
-- they were recorded, within a minute.
CREATE TABLE courier_late (
  relation text NOT NULL,
  number bigint NOT NULL,
  after bigint NOT NULL,
  reached bigint NOT NULL,
  PRIMARY KEY (relation, number)
);

-- The signed answers of poles that took a withdrawal: activity by activity, word for word.
CREATE TABLE recall_receipt (
  number bigint NOT NULL,
  relation text NOT NULL,
  activity text NOT NULL,
  recorded bigint NOT NULL,
  PRIMARY KEY (number, relation)
);
