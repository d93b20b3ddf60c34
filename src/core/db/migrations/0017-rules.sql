-- Rules: when something happens to a ticket, and it is such and such, do this.
CREATE TABLE rules (
  id TEXT PRIMARY KEY,
  -- Null: of every brand.
  brand_id TEXT REFERENCES brands (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  is_on INTEGER NOT NULL,
  -- When, if and the steps: JSON checked by core/rules/repo.ts.
  body TEXT NOT NULL,
  -- The rules that ran in a circle, by name, when it was turned off for that.
  circle TEXT,
  runs INTEGER NOT NULL DEFAULT 0,
  ran_at INTEGER
) STRICT;
CREATE INDEX rules_of_brand ON rules (brand_id);
CREATE INDEX rules_on ON rules (is_on) WHERE is_on = 1;

-- What happened that no rule has looked at yet, written by whatever made it happen. `cause`: the line of history, null
-- for a customer's message. `path`: the rules that led to it, JSON.
CREATE TABLE rule_queue (
  n INTEGER PRIMARY KEY,
  ticket_id TEXT NOT NULL REFERENCES tickets (id) ON DELETE CASCADE,
  event TEXT NOT NULL,
  cause TEXT,
  path TEXT NOT NULL DEFAULT '[]'
) STRICT;
CREATE INDEX rule_queue_by_ticket ON rule_queue (ticket_id);

-- Rules that look some time after what happened.
CREATE TABLE rule_waits (
  rule_id TEXT NOT NULL REFERENCES rules (id) ON DELETE CASCADE,
  ticket_id TEXT NOT NULL REFERENCES tickets (id) ON DELETE CASCADE,
  run_at INTEGER NOT NULL,
  PRIMARY KEY (rule_id, ticket_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX rule_waits_by_time ON rule_waits (run_at);
CREATE INDEX rule_waits_by_ticket ON rule_waits (ticket_id);

CREATE TRIGGER rules_hear_history AFTER INSERT ON audit
WHEN NEW.ticket_id IS NOT NULL AND EXISTS (SELECT 1 FROM rules WHERE is_on = 1)
BEGIN
  INSERT INTO rule_queue (ticket_id, event, cause)
  SELECT id, NEW.event, NEW.id FROM tickets WHERE id = NEW.ticket_id;
END;

-- After triage has looked, so that a rule may ask what the message is. What was over before its handle was connected
-- happened to nobody here.
CREATE TRIGGER rules_hear_messages AFTER INSERT ON triage_items
WHEN EXISTS (SELECT 1 FROM rules WHERE is_on = 1)
BEGIN
  INSERT INTO rule_queue (ticket_id, event)
  SELECT t.id, 'message' FROM ticket_items i JOIN tickets t ON t.id = i.ticket_id
  WHERE i.item_id = NEW.item_id AND i.kind = NEW.kind AND i.role = 'customer' AND t.brand_id = NEW.brand_id
    AND t.imported_at IS NULL;
END;

-- What somebody has to know.
CREATE TABLE alerts (
  id TEXT PRIMARY KEY,
  at INTEGER NOT NULL,
  brand_id TEXT NOT NULL REFERENCES brands (id) ON DELETE CASCADE,
  ticket_id TEXT REFERENCES tickets (id) ON DELETE CASCADE,
  reason TEXT NOT NULL,
  -- Our own words, a rule's name for one; never a customer's.
  words TEXT NOT NULL,
  seen_at INTEGER
) STRICT;
CREATE INDEX alerts_of_brand ON alerts (brand_id, at);
CREATE INDEX alerts_of_ticket ON alerts (ticket_id) WHERE ticket_id IS NOT NULL;
CREATE INDEX alerts_unseen ON alerts (at) WHERE seen_at IS NULL;
