-- Deadlines in business time: what a ticket's clocks did not count, and what is to be told of them next.

ALTER TABLE tickets ADD COLUMN resolve_warn_at INTEGER;
-- When something is next to be told about its deadlines; null: nothing any more.
ALTER TABLE tickets ADD COLUMN tell_at INTEGER;
CREATE INDEX tickets_tell ON tickets (tell_at) WHERE tell_at IS NOT NULL;

-- Whether something of a brand presses is read from the index alone.
DROP INDEX tickets_due_by_brand;
CREATE INDEX tickets_due_by_brand ON tickets (brand_id, due_at, id, warn_at) WHERE needs_reply = 1;

-- While a ticket did not wait for us. until_at null: it lasts.
CREATE TABLE ticket_pauses (
  ticket_id TEXT NOT NULL REFERENCES tickets (id) ON DELETE CASCADE,
  from_at INTEGER NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('pending', 'on-hold', 'solved', 'closed')),
  until_at INTEGER,
  PRIMARY KEY (ticket_id, from_at, status)
) STRICT, WITHOUT ROWID;

INSERT INTO ticket_pauses (ticket_id, from_at, status)
SELECT id, coalesce(newest_outbound_at, newest_customer_at), status FROM tickets
WHERE status IN ('pending', 'on-hold', 'solved', 'closed');

-- By which settings the deadlines of a brand's tickets stand, as a hash; a brand without a row, or with another hash, is
-- reckoned again.
CREATE TABLE deadline_policies (
  brand_id TEXT PRIMARY KEY REFERENCES brands (id) ON DELETE CASCADE,
  hash TEXT NOT NULL
) STRICT, WITHOUT ROWID;
