-- What people on other software answer to something public of ours. Nobody is shown it before a person here lets it through.
CREATE TABLE visitor_reply (
  address TEXT NOT NULL PRIMARY KEY,
  actor TEXT NOT NULL,
  host TEXT NOT NULL,
  -- Before the @; empty where it is no plain word.
  name TEXT NOT NULL,
  -- The record in whose conversation it stands, and the one that it answers: keys of ours.
  about TEXT NOT NULL,
  answers TEXT NOT NULL,
  link TEXT NOT NULL,
  text TEXT NOT NULL CHECK (length(text) BETWEEN 1 AND 2000),
  language TEXT NOT NULL,
  said INTEGER NOT NULL,
  received INTEGER NOT NULL,
  -- 0 waits, 1 is shown, 2 was declined.
  standing INTEGER NOT NULL CHECK (standing IN (0, 1, 2)),
  decided INTEGER,
  by_account TEXT NOT NULL DEFAULT ''
);

CREATE INDEX visitor_reply_standing ON visitor_reply (standing, host, actor, received);

CREATE INDEX visitor_reply_about ON visitor_reply (about, standing);

CREATE INDEX visitor_reply_actor ON visitor_reply (actor);
