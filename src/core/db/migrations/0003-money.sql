-- What X charges, what may be spent, and what X says of it. Dollars are whole millionths.

-- Who registered the app at X: reading its own time lines costs that handle a fifth. Null: none of ours.
ALTER TABLE apps ADD COLUMN owner_x_user_id TEXT;
-- Prepaid dollars left as X told them last; null where X does not tell.
ALTER TABLE apps ADD COLUMN credits_left_micros INTEGER;
ALTER TABLE apps ADD COLUMN credits_asked_at INTEGER;

-- The ledger, summed up by day of X's (UTC). Without foreign keys: what was spent stays spent when a brand goes. An
-- empty id: none.
CREATE TABLE spend (
  app_id TEXT NOT NULL,
  day TEXT NOT NULL,
  brand_id TEXT NOT NULL,
  handle_id TEXT NOT NULL,
  stream TEXT NOT NULL,
  ticket_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  requests INTEGER NOT NULL DEFAULT 0,
  -- Resources that X returned, and those of them that it charges: each once a day.
  delivered INTEGER NOT NULL DEFAULT 0,
  charged INTEGER NOT NULL DEFAULT 0,
  micros INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (day, app_id, brand_id, handle_id, stream, ticket_id, kind)
) STRICT, WITHOUT ROWID;
CREATE INDEX spend_by_ticket ON spend (ticket_id) WHERE ticket_id <> '';

-- Resources that were paid for on the current day of X's: free until its midnight, then forgotten.
CREATE TABLE spend_seen (
  app_id TEXT NOT NULL,
  day TEXT NOT NULL,
  resource TEXT NOT NULL,
  PRIMARY KEY (app_id, day, resource)
) STRICT, WITHOUT ROWID;

-- What may be spent. Budgets warn and slow down, caps stop. Null: the default, or none.
CREATE TABLE budgets (
  scope TEXT NOT NULL CHECK (scope IN ('app', 'brand')),
  scope_id TEXT NOT NULL,
  day_micros INTEGER,
  month_micros INTEGER,
  day_cap_micros INTEGER,
  month_cap_micros INTEGER,
  PRIMARY KEY (scope, scope_id)
) STRICT, WITHOUT ROWID;

-- Posts read per day as X counts them.
CREATE TABLE app_usage (
  app_id TEXT NOT NULL REFERENCES apps (id) ON DELETE CASCADE,
  day TEXT NOT NULL,
  posts INTEGER NOT NULL,
  asked_at INTEGER NOT NULL,
  PRIMARY KEY (app_id, day)
) STRICT, WITHOUT ROWID;
