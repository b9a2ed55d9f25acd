-- Letters from one pole to one other: personal data, which stands here alone and can be erased here. What is left of an
-- erased one says that there was one, and not what it said.
CREATE TABLE sealed_letter (
  -- Authority of the pole that wrote it; empty when it is ours.
  origin TEXT NOT NULL,
  id TEXT NOT NULL,
  -- The other pole, and its actor.
  relation TEXT NOT NULL,
  actor TEXT NOT NULL,
  -- Where it is fetched.
  address TEXT NOT NULL,
  -- Id of the activity that told of it.
  offer TEXT NOT NULL,
  body TEXT,
  language TEXT,
  written INTEGER NOT NULL,
  received INTEGER,
  erased INTEGER,
  -- When the other side said that it has erased it too.
  confirmed INTEGER,
  -- When it is to be fetched; NULL when it is not.
  due_at INTEGER,
  failures INTEGER NOT NULL DEFAULT 0,
  problem TEXT,
  PRIMARY KEY (origin, id)
);

CREATE INDEX sealed_letter_offer ON sealed_letter (offer);
CREATE INDEX sealed_letter_due ON sealed_letter (due_at) WHERE due_at IS NOT NULL;
