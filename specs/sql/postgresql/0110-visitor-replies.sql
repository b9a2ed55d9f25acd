-- What people on other software answer to something public of ours. Nobody is shown it before a person here lets it through.
CREATE TABLE visitor_reply (
  address text NOT NULL PRIMARY KEY,
  actor text NOT NULL,
  host text NOT NULL,
  -- Before the @; empty where it is no plain word.
  name text NOT NULL,
  -- The record in whose conversation it stands, and the one that it answers: keys of ours.
  about text NOT NULL,
  answers text NOT NULL,
  link text NOT NULL,
  text text NOT NULL CHECK (length(text) BETWEEN 1 AND 2000),
  language text NOT NULL,
  said bigint NOT NULL,
  received bigint NOT NULL,
  -- 0 waits, 1 is shown, 2 was declined.
  standing integer NOT NULL CHECK (standing IN (0, 1, 2)),
  decided bigint,
  by_account text NOT NULL DEFAULT ''
);

CREATE INDEX visitor_reply_standing ON visitor_reply (standing, host, actor, received);

CREATE INDEX visitor_reply_about ON visitor_reply (about, standing);

CREATE INDEX visitor_reply_actor ON visitor_reply (actor);
