-- Hosts that nothing is taken from, asked of or sent to; a name holds for its subdomains too.
CREATE TABLE blocked_host (
  host text NOT NULL PRIMARY KEY,
  reason text NOT NULL,
  -- The account or program that blocked it.
  by_account text NOT NULL,
  since bigint NOT NULL
);
