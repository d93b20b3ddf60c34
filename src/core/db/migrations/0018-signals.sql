-- How many an alert stands for, and what a spike is about: JSON checked by core/alerts/service.ts.
ALTER TABLE alerts ADD COLUMN count INTEGER NOT NULL DEFAULT 1;
ALTER TABLE alerts ADD COLUMN spike TEXT;

-- Where somebody who does not sit here is told of alerts. Its address is a secret and stands in the keychain.
CREATE TABLE webhooks (
  id TEXT PRIMARY KEY,
  brand_id TEXT NOT NULL REFERENCES brands (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  -- The host of its address, to be shown.
  host TEXT NOT NULL,
  -- When somebody listens there, and to what: JSON checked by core/webhooks/rows.ts.
  duty TEXT NOT NULL,
  reasons TEXT NOT NULL,
  is_on INTEGER NOT NULL,
  -- When it answered a trial; null: never since its address was typed.
  tried_at INTEGER,
  told_at INTEGER,
  -- In a row, since it worked last; with what the newest failure was.
  failures INTEGER NOT NULL DEFAULT 0,
  failure TEXT,
  -- Not before this instant: after a message, or a failure.
  next_at INTEGER
) STRICT;
CREATE INDEX webhooks_of_brand ON webhooks (brand_id);

-- What nobody was told of yet; written with the alert.
CREATE TABLE webhook_queue (
  n INTEGER PRIMARY KEY,
  webhook_id TEXT NOT NULL REFERENCES webhooks (id) ON DELETE CASCADE,
  reason TEXT NOT NULL,
  ticket_id TEXT REFERENCES tickets (id) ON DELETE CASCADE,
  at INTEGER NOT NULL
) STRICT;
CREATE INDEX webhook_queue_of ON webhook_queue (webhook_id, n);
CREATE INDEX webhook_queue_by_ticket ON webhook_queue (ticket_id) WHERE ticket_id IS NOT NULL;

-- When nobody could see what came: the computer slept, or Switchboard was closed. `until_at` null: it goes on.
CREATE TABLE absences (
  id TEXT PRIMARY KEY,
  why TEXT NOT NULL CHECK (why IN ('slept', 'closed')),
  from_at INTEGER NOT NULL,
  until_at INTEGER,
  seen_at INTEGER
) STRICT;
