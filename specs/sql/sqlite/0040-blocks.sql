-- Hosts that nothing is taken from, asked of or sent to; a name holds for its subdomains too.
CREATE TABLE blocked_host (
  host TEXT NOT NULL PRIMARY KEY,
  reason TEXT NOT NULL,
  -- The account or program that blocked it.
  by_account TEXT NOT NULL,
  since INTEGER NOT NULL
);
