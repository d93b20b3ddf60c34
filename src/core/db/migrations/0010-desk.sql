-- What agents note down on tickets: followers, promises, fields of the brand, who is meant by a note.

-- The nearest instant at which we said to be back: a follow-up's day or the end of an open promise.
ALTER TABLE tickets ADD COLUMN debt_at INTEGER;
-- Such an instant that has come (or is about to): the ticket needs a reply until we write or solve it.
ALTER TABLE tickets ADD COLUMN owed_at INTEGER;
CREATE INDEX tickets_debts ON tickets (debt_at, id) WHERE debt_at IS NOT NULL;
CREATE INDEX tickets_asleep ON tickets (coalesce(snoozed_until, 9007199254740991), id)
  WHERE snoozed_until IS NOT NULL OR snoozed_for_reply = 1;
CREATE INDEX tickets_unowned ON tickets (due_at, id) WHERE needs_reply = 1 AND owner_agent_id IS NULL;
CREATE INDEX tickets_in_hand ON tickets (owner_agent_id, newest_customer_at DESC, id DESC)
  WHERE owner_agent_id IS NOT NULL AND status NOT IN ('solved', 'closed');

-- Agents who want to see what becomes of a ticket that another one owns.
CREATE TABLE ticket_followers (
  ticket_id TEXT NOT NULL REFERENCES tickets (id) ON DELETE CASCADE,
  agent_id TEXT NOT NULL REFERENCES agents (id) ON DELETE CASCADE,
  since INTEGER NOT NULL,
  PRIMARY KEY (ticket_id, agent_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX ticket_followers_by_agent ON ticket_followers (agent_id, since DESC, ticket_id);

-- Agents whom a note names with an @.
CREATE TABLE note_mentions (
  note_id TEXT NOT NULL REFERENCES notes (id) ON DELETE CASCADE,
  agent_id TEXT NOT NULL REFERENCES agents (id) ON DELETE CASCADE,
  ticket_id TEXT NOT NULL REFERENCES tickets (id) ON DELETE CASCADE,
  at INTEGER NOT NULL,
  -- When that agent opened the ticket afterwards; null until then.
  seen_at INTEGER,
  PRIMARY KEY (agent_id, note_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX note_mentions_by_ticket ON note_mentions (ticket_id);
CREATE INDEX note_mentions_unseen ON note_mentions (agent_id, at DESC, ticket_id) WHERE seen_at IS NULL;

-- What a message of ours promises by when. `noticed`: nobody has confirmed it yet. `kept`: we wrote again in time.
CREATE TABLE promises (
  id TEXT PRIMARY KEY,
  ticket_id TEXT NOT NULL REFERENCES tickets (id) ON DELETE CASCADE,
  brand_id TEXT NOT NULL REFERENCES brands (id) ON DELETE CASCADE,
  -- The message that makes it; null for one that an agent noted by hand.
  item_kind TEXT CHECK (item_kind IN ('post', 'dm')),
  item_id TEXT,
  -- Our own words that were understood as the promise.
  words TEXT NOT NULL,
  made_at INTEGER NOT NULL,
  due_at INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('noticed', 'open', 'kept', 'broken', 'dropped')),
  settled_at INTEGER,
  agent_id TEXT REFERENCES agents (id)
) STRICT;
CREATE UNIQUE INDEX promises_by_item ON promises (item_id, item_kind, ticket_id) WHERE item_id IS NOT NULL;
CREATE INDEX promises_by_ticket ON promises (ticket_id, due_at);
CREATE INDEX promises_open ON promises (due_at) WHERE state = 'open';
CREATE INDEX promises_by_brand ON promises (brand_id, made_at);

-- Values of the fields that a brand has (setting `fields`), as text.
CREATE TABLE ticket_fields (
  ticket_id TEXT NOT NULL REFERENCES tickets (id) ON DELETE CASCADE,
  field_id TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (ticket_id, field_id)
) STRICT, WITHOUT ROWID;
