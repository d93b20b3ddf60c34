-- The past of a handle: what was over when it was connected, and reading it in.

-- Work begins here: what was answered by then, or older than a day, is owed nothing. 0: nothing was ever over.
ALTER TABLE handles ADD COLUMN connected_at INTEGER NOT NULL DEFAULT 0;

-- The statuses stand in a CHECK, which only a new table can widen; foreign keys are off while migrations run.
CREATE TABLE tickets_rebuilt (
  id TEXT PRIMARY KEY,
  number INTEGER NOT NULL UNIQUE,
  brand_id TEXT NOT NULL REFERENCES brands (id) ON DELETE CASCADE,
  -- The handle that was addressed first, and that answers.
  handle_id TEXT NOT NULL REFERENCES handles (id) ON DELETE CASCADE,
  customer_id TEXT NOT NULL,
  channel TEXT NOT NULL CHECK (channel IN ('public', 'dm')),
  -- X's conversation id, public or DM.
  conversation_id TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('new', 'open', 'pending', 'solved', 'closed')),
  snoozed_until INTEGER,
  waiting_on_x_until INTEGER,
  owner_agent_id TEXT REFERENCES agents (id),
  -- When its first customer message was written.
  opened_at INTEGER NOT NULL,
  -- Kept by core/tickets alone, from ticket_items and outbox, in the transaction that touches either.
  newest_customer_at INTEGER NOT NULL,
  newest_customer_item TEXT NOT NULL,
  oldest_unanswered_at INTEGER,
  newest_outbound_at INTEGER,
  answered_elsewhere INTEGER NOT NULL DEFAULT 0,
  due_at INTEGER,
  needs_reply INTEGER NOT NULL,
  -- The handle's connected_at when the ticket was opened here: its clock starts no earlier.
  clock_from INTEGER NOT NULL DEFAULT 0,
  -- When it came in as something that was over already; null once it is alive. A report leaves these out.
  imported_at INTEGER,
  UNIQUE (brand_id, customer_id, channel, conversation_id)
) STRICT;
INSERT INTO tickets_rebuilt (id, number, brand_id, handle_id, customer_id, channel, conversation_id, status,
  snoozed_until, waiting_on_x_until, owner_agent_id, opened_at, newest_customer_at, newest_customer_item,
  oldest_unanswered_at, newest_outbound_at, answered_elsewhere, due_at, needs_reply)
SELECT id, number, brand_id, handle_id, customer_id, channel, conversation_id, status,
  snoozed_until, waiting_on_x_until, owner_agent_id, opened_at, newest_customer_at, newest_customer_item,
  oldest_unanswered_at, newest_outbound_at, answered_elsewhere, due_at, needs_reply
FROM tickets;
DROP TABLE tickets;
ALTER TABLE tickets_rebuilt RENAME TO tickets;
CREATE INDEX tickets_due ON tickets (due_at, id) WHERE needs_reply = 1;
CREATE INDEX tickets_due_by_brand ON tickets (brand_id, due_at, id) WHERE needs_reply = 1;
CREATE INDEX tickets_newest ON tickets (channel, newest_customer_at DESC, id DESC);
CREATE INDEX tickets_newest_by_brand ON tickets (brand_id, channel, newest_customer_at DESC, id DESC);
CREATE INDEX tickets_waiting ON tickets (newest_customer_at DESC, id DESC)
  WHERE status = 'pending' OR waiting_on_x_until IS NOT NULL;
CREATE INDEX tickets_waiting_by_brand ON tickets (brand_id, newest_customer_at DESC, id DESC)
  WHERE status = 'pending' OR waiting_on_x_until IS NOT NULL;
CREATE INDEX tickets_by_conversation ON tickets (conversation_id);
CREATE INDEX tickets_waiting_on_x ON tickets (waiting_on_x_until) WHERE waiting_on_x_until IS NOT NULL;
CREATE INDEX tickets_snoozed ON tickets (snoozed_until) WHERE snoozed_until IS NOT NULL;

-- Reading the past of a handle, newest first, one chain of pages per source.
CREATE TABLE backfills (
  handle_id TEXT NOT NULL REFERENCES handles (id) ON DELETE CASCADE,
  source TEXT NOT NULL CHECK (source IN ('mentions', 'posts', 'dms')),
  -- Back to here, epoch ms.
  from_at INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('running', 'paused', 'done', 'cancelled')),
  -- The chain of pages asks for what is below `until_id`; `token` is X's name for its next page.
  until_id TEXT NOT NULL,
  token TEXT,
  -- The oldest item that is here; a chain whose token X refuses begins anew below it.
  reached_id TEXT,
  -- Items that X gave.
  items INTEGER NOT NULL DEFAULT 0,
  -- How many items were expected when it began; null when that could not be told.
  expected INTEGER,
  -- X had no more although the chosen depth was not reached: it keeps a number, or days.
  horizon_at INTEGER,
  failure TEXT,
  failures INTEGER NOT NULL DEFAULT 0,
  next_try_at INTEGER,
  started_at INTEGER NOT NULL,
  finished_at INTEGER,
  PRIMARY KEY (handle_id, source)
) STRICT, WITHOUT ROWID;
