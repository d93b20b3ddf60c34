-- Numbered, forward only, frozen once shipped. Instants are epoch ms, ids of X's are text, own ids UUIDv7 text.

-- One row: whose file this is. Core refuses a file whose X origin is not the one it was asked to open.
CREATE TABLE workspace (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  id TEXT NOT NULL,
  x_origin TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  next_ticket_number INTEGER NOT NULL DEFAULT 1001
) STRICT;

CREATE TABLE agents (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  initials TEXT NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;

-- Small facts of this workspace by name (who sits here, was the agent asked); values are JSON checked by a schema.
CREATE TABLE settings (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT;

-- X apps. Ledger, caps, credits and streams are per app. Secrets stand in the vault under app/<id>/….
CREATE TABLE apps (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  client_id TEXT,
  consumer_key TEXT,
  has_secret INTEGER NOT NULL DEFAULT 0,
  has_bearer INTEGER NOT NULL DEFAULT 0,
  has_consumer_secret INTEGER NOT NULL DEFAULT 0,
  out_of_credits_at INTEGER,
  credits_retry_at INTEGER,
  created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE clients (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE brands (
  id TEXT PRIMARY KEY,
  client_id TEXT NOT NULL REFERENCES clients (id),
  name TEXT NOT NULL,
  initials TEXT NOT NULL UNIQUE,
  fill INTEGER NOT NULL,
  position INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  -- Removed with its data kept: no secrets, no sync, no sending.
  removed_at INTEGER
) STRICT;

CREATE TABLE handles (
  id TEXT PRIMARY KEY,
  brand_id TEXT NOT NULL REFERENCES brands (id) ON DELETE CASCADE,
  app_id TEXT NOT NULL REFERENCES apps (id),
  x_user_id TEXT NOT NULL UNIQUE,
  username TEXT NOT NULL,
  auth TEXT NOT NULL CHECK (auth IN ('oauth2', 'oauth1')),
  state TEXT NOT NULL CHECK (state IN ('connected', 'memory-only', 'reconnect', 'removed')),
  created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX handles_by_brand ON handles (brand_id);

-- The mirror of X -----------------------------------------------------------------------------------------------

CREATE TABLE people (
  x_user_id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  username TEXT NOT NULL,
  avatar_url TEXT,
  followers INTEGER,
  verified INTEGER NOT NULL DEFAULT 0,
  -- When X showed this person last. Null: only known from an id, to be looked up; name and username are then empty.
  hydrated_at INTEGER
) STRICT;
CREATE INDEX people_to_look_up ON people (x_user_id) WHERE hydrated_at IS NULL;

-- Keyed by the first id of the edit history; `latest_id` is the version shown.
CREATE TABLE posts (
  -- Names the row in the full-text index, which counts in integers; declared, so that VACUUM keeps it.
  n INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  latest_id TEXT NOT NULL,
  version INTEGER NOT NULL,
  author_id TEXT NOT NULL,
  conversation_id TEXT NOT NULL,
  in_reply_to_post_id TEXT,
  in_reply_to_user_id TEXT,
  quoted_post_id TEXT,
  reposted_post_id TEXT,
  text TEXT NOT NULL,
  -- JSON: entities of X's, checked by core/x/shapes.ts when read.
  entities TEXT,
  lang TEXT,
  media_count INTEGER NOT NULL DEFAULT 0,
  likes INTEGER NOT NULL DEFAULT 0,
  reposts INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL,
  observed_at INTEGER NOT NULL
) STRICT;
-- Author first: who takes part in a conversation is asked for every new ticket, even in one of 10,000 replies.
CREATE INDEX posts_by_conversation ON posts (conversation_id, author_id, created_at);
-- What names a post may be here before it: decided again when it arrives.
CREATE INDEX posts_by_parent ON posts (in_reply_to_post_id) WHERE in_reply_to_post_id IS NOT NULL;
CREATE INDEX posts_by_quoted ON posts (quoted_post_id) WHERE quoted_post_id IS NOT NULL;
CREATE INDEX posts_by_latest ON posts (latest_id) WHERE latest_id <> id;

CREATE TABLE dm_events (
  n INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  conversation_id TEXT NOT NULL,
  sender_id TEXT NOT NULL,
  text TEXT NOT NULL,
  entities TEXT,
  media_count INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL,
  observed_at INTEGER NOT NULL
) STRICT;
CREATE INDEX dm_events_by_conversation ON dm_events (conversation_id, created_at);

-- Which handle was allowed to see an item; an item without a row here is shown to nobody.
CREATE TABLE visible_to (
  kind TEXT NOT NULL CHECK (kind IN ('post', 'dm')),
  item_id TEXT NOT NULL,
  handle_id TEXT NOT NULL REFERENCES handles (id) ON DELETE CASCADE,
  PRIMARY KEY (kind, item_id, handle_id)
) STRICT, WITHOUT ROWID;

-- What must not come back: deleted or forgotten items.
CREATE TABLE tombstones (
  kind TEXT NOT NULL,
  item_id TEXT NOT NULL,
  why TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (kind, item_id)
) STRICT, WITHOUT ROWID;

-- Full text, row for row with `n`. Contentless, without contentless_delete: deleting names the old words, and with
-- secure-delete they leave the index at once, which contentless_delete would only hide.
CREATE VIRTUAL TABLE post_words USING fts5 (text, content = '', tokenize = 'unicode61 remove_diacritics 2');
INSERT INTO post_words (post_words, rank) VALUES ('secure-delete', 1);
CREATE VIRTUAL TABLE dm_words USING fts5 (text, content = '', tokenize = 'unicode61 remove_diacritics 2');
INSERT INTO dm_words (dm_words, rank) VALUES ('secure-delete', 1);

-- Where each source of each handle stands. The cursor moves in the transaction of the rows that it covers.
CREATE TABLE sources (
  handle_id TEXT NOT NULL REFERENCES handles (id) ON DELETE CASCADE,
  source TEXT NOT NULL CHECK (source IN ('mentions', 'dms', 'posts')),
  -- Newest id that is safely here with everything below it.
  since_id TEXT,
  -- An interrupted page chain: where to read on, and the newest id that the chain began with.
  resume_token TEXT,
  chain_top_id TEXT,
  complete_to_at INTEGER,
  failure TEXT,
  failures INTEGER NOT NULL DEFAULT 0,
  next_try_at INTEGER,
  PRIMARY KEY (handle_id, source)
) STRICT, WITHOUT ROWID;

-- Posts named by others that are not here yet: parents needed to show a conversation, and quoted posts.
CREATE TABLE wanted_posts (
  post_id TEXT NOT NULL,
  handle_id TEXT NOT NULL REFERENCES handles (id) ON DELETE CASCADE,
  -- Steps up from the post that a ticket holds: each step costs a read, so chains end.
  depth INTEGER NOT NULL DEFAULT 1,
  tries INTEGER NOT NULL DEFAULT 0,
  next_try_at INTEGER NOT NULL,
  PRIMARY KEY (post_id, handle_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX wanted_posts_due ON wanted_posts (handle_id, next_try_at);

-- Our own -------------------------------------------------------------------------------------------------------

CREATE TABLE tickets (
  id TEXT PRIMARY KEY,
  number INTEGER NOT NULL UNIQUE,
  brand_id TEXT NOT NULL REFERENCES brands (id) ON DELETE CASCADE,
  -- The handle that was addressed first, and that answers.
  handle_id TEXT NOT NULL REFERENCES handles (id) ON DELETE CASCADE,
  customer_id TEXT NOT NULL,
  channel TEXT NOT NULL CHECK (channel IN ('public', 'dm')),
  -- X's conversation id, public or DM.
  conversation_id TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('new', 'open', 'pending', 'solved')),
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
  UNIQUE (brand_id, customer_id, channel, conversation_id)
) STRICT;
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

-- Which items belong to a ticket, and as what. The key is in the order in which "newest of theirs, newest of ours" asks.
CREATE TABLE ticket_items (
  ticket_id TEXT NOT NULL REFERENCES tickets (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('post', 'dm')),
  item_id TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('customer', 'ours')),
  at INTEGER NOT NULL,
  PRIMARY KEY (ticket_id, role, at, item_id, kind)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX ticket_items_by_item ON ticket_items (item_id, kind, ticket_id);

CREATE TABLE notes (
  id TEXT PRIMARY KEY,
  ticket_id TEXT NOT NULL REFERENCES tickets (id) ON DELETE CASCADE,
  agent_id TEXT REFERENCES agents (id),
  text TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  -- Taken back by undo.
  removed_at INTEGER
) STRICT;
CREATE INDEX notes_by_ticket ON notes (ticket_id, created_at);

CREATE TABLE drafts (
  ticket_id TEXT NOT NULL REFERENCES tickets (id) ON DELETE CASCADE,
  channel TEXT NOT NULL CHECK (channel IN ('public', 'dm', 'note')),
  text TEXT NOT NULL,
  revision INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  PRIMARY KEY (ticket_id, channel)
) STRICT, WITHOUT ROWID;

-- Outgoing. A lane is brand + endpoint family: order kept, one in flight.
CREATE TABLE jobs (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('reply', 'dm')),
  lane TEXT NOT NULL,
  ticket_id TEXT NOT NULL REFERENCES tickets (id) ON DELETE CASCADE,
  brand_id TEXT NOT NULL REFERENCES brands (id) ON DELETE CASCADE,
  handle_id TEXT NOT NULL REFERENCES handles (id) ON DELETE CASCADE,
  agent_id TEXT REFERENCES agents (id),
  -- JSON by kind, checked by the outbox's schema.
  payload TEXT NOT NULL,
  solves INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('held', 'queued', 'sending', 'sent', 'refused', 'unsure', 'missed', 'recalled', 'dropped')),
  created_at INTEGER NOT NULL,
  release_at INTEGER NOT NULL,
  next_try_at INTEGER,
  tries INTEGER NOT NULL DEFAULT 0,
  -- The first byte may have left at this instant.
  sending_at INTEGER,
  looks INTEGER NOT NULL DEFAULT 0,
  failure TEXT,
  sent_item_id TEXT,
  -- Nothing more is asked of anybody: X has it, or an agent decided.
  settled_at INTEGER
) STRICT;
CREATE INDEX jobs_live ON jobs (lane, created_at) WHERE state IN ('held', 'queued', 'sending', 'unsure');
CREATE INDEX jobs_by_ticket ON jobs (ticket_id, created_at DESC);
CREATE INDEX jobs_unsettled ON jobs (created_at DESC, id DESC) WHERE settled_at IS NULL;
CREATE INDEX jobs_settled ON jobs (settled_at) WHERE settled_at IS NOT NULL;
CREATE INDEX jobs_by_sent_item ON jobs (sent_item_id) WHERE sent_item_id IS NOT NULL;

-- History, undo and reports read this one table. `before` and `after` hold our own columns, never text of X's.
CREATE TABLE audit (
  id TEXT PRIMARY KEY,
  at INTEGER NOT NULL,
  -- An agent's id, or `core`, or `x`.
  actor TEXT NOT NULL,
  event TEXT NOT NULL,
  -- One action over several rows shares one: undo takes it back whole.
  action_id TEXT NOT NULL,
  ticket_id TEXT,
  brand_id TEXT,
  job_id TEXT,
  before TEXT,
  after TEXT,
  undoable INTEGER NOT NULL,
  undone_by TEXT
) STRICT;
CREATE INDEX audit_by_ticket ON audit (ticket_id, at);
CREATE INDEX audit_by_action ON audit (action_id);
CREATE INDEX audit_undoable ON audit (action_id DESC) WHERE undoable = 1 AND undone_by IS NULL;
