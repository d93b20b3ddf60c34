-- The ticket desk: what agents know and decide about a ticket, and what each brand settles for itself.

-- Statuses stand in a CHECK, and a customer may have several tickets in one thread now: both want a new table.
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
  status TEXT NOT NULL CHECK (status IN ('new', 'open', 'pending', 'on-hold', 'solved', 'closed')),
  -- What an agent calls it; null: the words of its first message.
  title TEXT,
  priority TEXT NOT NULL DEFAULT 'normal' CHECK (priority IN ('urgent', 'high', 'normal', 'low')),
  snoozed_until INTEGER,
  -- A message of the customer's ends the snooze as well; with no instant it is the only thing that does.
  snoozed_for_reply INTEGER NOT NULL DEFAULT 0,
  -- A promised check-in on a solved ticket, and what for.
  follow_up_at INTEGER,
  follow_up_reason TEXT,
  waiting_on_x_until INTEGER,
  owner_agent_id TEXT REFERENCES agents (id),
  -- When its first customer message was written.
  opened_at INTEGER NOT NULL,
  -- When it was last solved, and how; null while it is not.
  solved_at INTEGER,
  solved_how TEXT CHECK (solved_how IN ('answered', 'unanswered', 'no-reply-needed', 'handed-off')),
  -- Where it was handed to, as JSON checked by shared/domain/ticket.ts.
  outcome TEXT,
  -- The earlier ticket of this customer that it goes on from.
  previous_ticket_id TEXT REFERENCES tickets (id) ON DELETE SET NULL,
  -- The ticket that took its messages over.
  merged_into_id TEXT REFERENCES tickets (id) ON DELETE SET NULL,
  incident_id TEXT,
  -- Kept by core/tickets alone, from ticket_items and outbox, in the transaction that touches either.
  newest_customer_at INTEGER NOT NULL,
  newest_customer_item TEXT NOT NULL,
  newest_customer_kind TEXT NOT NULL CHECK (newest_customer_kind IN ('post', 'dm')),
  -- A direct message of the customer's stands in it.
  has_dm INTEGER NOT NULL DEFAULT 0,
  -- When the customer's newest bare thanks came, which left it solved.
  quiet_at INTEGER,
  oldest_unanswered_at INTEGER,
  newest_outbound_at INTEGER,
  -- X's time of the first answer to the first message; null while there is none.
  first_reply_at INTEGER,
  answered_elsewhere INTEGER NOT NULL DEFAULT 0,
  -- The nearest of its deadlines, when it is told as near, and when it is to be solved.
  due_at INTEGER,
  warn_at INTEGER,
  resolve_due_at INTEGER,
  needs_reply INTEGER NOT NULL,
  -- The handle's connected_at when the ticket was opened here: its clock starts no earlier.
  clock_from INTEGER NOT NULL DEFAULT 0,
  -- When it came in as something that was over already; null once it is alive. A report leaves these out.
  imported_at INTEGER
) STRICT;
INSERT INTO tickets_rebuilt (id, number, brand_id, handle_id, customer_id, channel, conversation_id, status,
  snoozed_until, waiting_on_x_until, owner_agent_id, opened_at, solved_at, solved_how, newest_customer_at,
  newest_customer_item, newest_customer_kind, has_dm, oldest_unanswered_at, newest_outbound_at, first_reply_at,
  answered_elsewhere, due_at, needs_reply, clock_from, imported_at)
SELECT id, number, brand_id, handle_id, customer_id, channel, conversation_id, status,
  snoozed_until, waiting_on_x_until, owner_agent_id, opened_at,
  -- When a ticket was solved stood in its history alone.
  CASE WHEN status = 'solved' THEN coalesce((SELECT max(at) FROM audit
    WHERE audit.ticket_id = tickets.id AND event IN ('ticket.solved', 'reply.sent')), newest_customer_at) END,
  CASE WHEN status = 'solved' THEN iif(newest_outbound_at IS NULL, 'unanswered', 'answered') END,
  newest_customer_at, newest_customer_item, iif(channel = 'dm', 'dm', 'post'), iif(channel = 'dm', 1, 0),
  oldest_unanswered_at, newest_outbound_at,
  (SELECT min(ours.at) FROM ticket_items ours WHERE ours.ticket_id = tickets.id AND ours.role = 'ours'
    AND ours.at >= tickets.opened_at AND NOT EXISTS (SELECT 1 FROM tombstones gone
      WHERE gone.kind = ours.kind AND gone.item_id = ours.item_id AND gone.why = 'deleted')),
  answered_elsewhere, due_at, needs_reply, clock_from, imported_at
FROM tickets;
DROP TABLE tickets;
ALTER TABLE tickets_rebuilt RENAME TO tickets;
CREATE INDEX tickets_due ON tickets (due_at, id) WHERE needs_reply = 1;
CREATE INDEX tickets_due_by_brand ON tickets (brand_id, due_at, id) WHERE needs_reply = 1;
CREATE INDEX tickets_newest ON tickets (channel, newest_customer_at DESC, id DESC);
CREATE INDEX tickets_with_dm ON tickets (newest_customer_at DESC, id DESC) WHERE has_dm = 1;
CREATE INDEX tickets_with_dm_by_brand ON tickets (brand_id, newest_customer_at DESC, id DESC) WHERE has_dm = 1;
CREATE INDEX tickets_quiet ON tickets (quiet_at DESC, id DESC) WHERE quiet_at IS NOT NULL AND status = 'solved';
CREATE INDEX tickets_quiet_by_brand ON tickets (brand_id, quiet_at DESC, id DESC)
  WHERE quiet_at IS NOT NULL AND status = 'solved';
CREATE INDEX tickets_newest_by_brand ON tickets (brand_id, channel, newest_customer_at DESC, id DESC);
CREATE INDEX tickets_waiting ON tickets (newest_customer_at DESC, id DESC)
  WHERE status = 'pending' OR waiting_on_x_until IS NOT NULL;
CREATE INDEX tickets_waiting_by_brand ON tickets (brand_id, newest_customer_at DESC, id DESC)
  WHERE status = 'pending' OR waiting_on_x_until IS NOT NULL;
CREATE INDEX tickets_by_conversation ON tickets (conversation_id);
CREATE INDEX tickets_waiting_on_x ON tickets (waiting_on_x_until) WHERE waiting_on_x_until IS NOT NULL;
CREATE INDEX tickets_snoozed ON tickets (snoozed_until) WHERE snoozed_until IS NOT NULL;
CREATE INDEX tickets_follow_up ON tickets (follow_up_at) WHERE follow_up_at IS NOT NULL;
CREATE INDEX tickets_of_customer ON tickets (brand_id, customer_id, channel, conversation_id, opened_at);
CREATE INDEX tickets_by_owner ON tickets (owner_agent_id, newest_customer_at DESC, id DESC) WHERE owner_agent_id IS NOT NULL;
CREATE INDEX tickets_by_incident ON tickets (incident_id) WHERE incident_id IS NOT NULL;

CREATE TABLE ticket_tags (
  ticket_id TEXT NOT NULL REFERENCES tickets (id) ON DELETE CASCADE,
  tag TEXT NOT NULL,
  PRIMARY KEY (ticket_id, tag)
) STRICT, WITHOUT ROWID;
CREATE INDEX ticket_tags_by_tag ON ticket_tags (tag, ticket_id);

-- What a brand settles for itself, by name; JSON checked by shared/domain/brand-settings.ts. What is not here has its default.
CREATE TABLE brand_settings (
  brand_id TEXT NOT NULL REFERENCES brands (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  value TEXT NOT NULL,
  set_at INTEGER NOT NULL,
  PRIMARY KEY (brand_id, name)
) STRICT, WITHOUT ROWID;
