-- Reports: when we heard of a message, what a ticket is counted as, and what is counted of people who were forgotten.

-- When it came here first. Null: not known; then when it was written is taken.
ALTER TABLE ticket_items ADD COLUMN heard_at INTEGER;
UPDATE ticket_items SET heard_at = (
  SELECT min(v.seen_at) FROM visible_to v
  WHERE v.kind = ticket_items.kind AND v.item_id = ticket_items.item_id AND v.seen_at > 0);

-- As what triage or an agent knew a ticket last. It stays when the messages that said so are gone.
CREATE TABLE ticket_traits (
  ticket_id TEXT PRIMARY KEY REFERENCES tickets (id) ON DELETE CASCADE,
  category TEXT NOT NULL,
  reach TEXT NOT NULL,
  lang TEXT
) STRICT, WITHOUT ROWID;
INSERT INTO ticket_traits (ticket_id, category, reach, lang)
SELECT tt.ticket_id, tt.category, tt.reach, x.lang FROM ticket_triage tt
JOIN tickets t ON t.id = tt.ticket_id
LEFT JOIN triage_items x ON x.item_id = tt.item_id AND x.kind = tt.kind AND x.brand_id = t.brand_id;

-- What is counted of a person who was forgotten: instants and our own decisions, nothing of X's and no id of X's.
CREATE TABLE erased_tickets (
  id TEXT PRIMARY KEY,
  number INTEGER NOT NULL,
  brand_id TEXT NOT NULL REFERENCES brands (id) ON DELETE CASCADE,
  -- Made up; the same for all tickets of one person.
  customer_id TEXT NOT NULL,
  channel TEXT NOT NULL,
  priority TEXT NOT NULL,
  owner_agent_id TEXT,
  opened_at INTEGER NOT NULL,
  clock_from INTEGER NOT NULL,
  solved_how TEXT,
  incident_id TEXT,
  imported_at INTEGER,
  -- Always null: what was merged away has no messages and is not kept.
  merged_into_id TEXT,
  erased_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE erased_items (
  ticket_id TEXT NOT NULL REFERENCES erased_tickets (id) ON DELETE CASCADE,
  kind TEXT NOT NULL,
  -- A number in the order in which they were written.
  item_id TEXT NOT NULL,
  role TEXT NOT NULL,
  at INTEGER NOT NULL,
  heard_at INTEGER,
  -- Who wrote it here; null: the customer, or somebody elsewhere.
  agent_id TEXT,
  PRIMARY KEY (ticket_id, role, at, item_id, kind)
) STRICT, WITHOUT ROWID;

CREATE TABLE erased_pauses (
  ticket_id TEXT NOT NULL REFERENCES erased_tickets (id) ON DELETE CASCADE,
  from_at INTEGER NOT NULL,
  status TEXT NOT NULL,
  until_at INTEGER,
  PRIMARY KEY (ticket_id, from_at, status)
) STRICT, WITHOUT ROWID;

CREATE TABLE erased_traits (
  ticket_id TEXT PRIMARY KEY REFERENCES erased_tickets (id) ON DELETE CASCADE,
  category TEXT NOT NULL,
  reach TEXT NOT NULL,
  lang TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE erased_tags (
  ticket_id TEXT NOT NULL REFERENCES erased_tickets (id) ON DELETE CASCADE,
  tag TEXT NOT NULL,
  PRIMARY KEY (ticket_id, tag)
) STRICT, WITHOUT ROWID;

CREATE TABLE erased_promises (
  ticket_id TEXT NOT NULL REFERENCES erased_tickets (id) ON DELETE CASCADE,
  id TEXT PRIMARY KEY,
  due_at INTEGER NOT NULL,
  state TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE erased_csat (
  ticket_id TEXT NOT NULL REFERENCES erased_tickets (id) ON DELETE CASCADE,
  id TEXT PRIMARY KEY,
  asked_at INTEGER NOT NULL,
  answered_at INTEGER,
  score INTEGER
) STRICT, WITHOUT ROWID;

-- Reports as they were delivered: frozen, whatever comes to light afterwards.
CREATE TABLE delivered_reports (
  id TEXT PRIMARY KEY,
  at INTEGER NOT NULL,
  agent_id TEXT REFERENCES agents (id),
  -- For whom and from when to when, and every figure: JSON checked by core/reports.
  asked TEXT NOT NULL,
  report TEXT NOT NULL,
  -- A paragraph for the client.
  words TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX delivered_reports_by_age ON delivered_reports (at DESC);

-- Whose report it was: brands of one client. It goes with the first of them that leaves.
CREATE TABLE delivered_brands (
  report_id TEXT NOT NULL REFERENCES delivered_reports (id) ON DELETE CASCADE,
  brand_id TEXT NOT NULL REFERENCES brands (id) ON DELETE CASCADE,
  PRIMARY KEY (report_id, brand_id)
) STRICT, WITHOUT ROWID;

-- What each ticket was counted as in it, to say later what changed and why. Without a foreign key: a ticket may go.
CREATE TABLE delivered_tickets (
  report_id TEXT NOT NULL REFERENCES delivered_reports (id) ON DELETE CASCADE,
  ticket_id TEXT NOT NULL,
  number INTEGER NOT NULL,
  -- Its entries: JSON.
  counted TEXT NOT NULL,
  PRIMARY KEY (report_id, ticket_id)
) STRICT, WITHOUT ROWID;
