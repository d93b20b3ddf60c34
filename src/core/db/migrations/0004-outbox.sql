-- Outgoing work of every kind: jobs that belong to no ticket, chains, times chosen by agents, Stop.

-- How long messages of a brand are held before they leave.
ALTER TABLE brands ADD COLUMN hold_public_ms INTEGER NOT NULL DEFAULT 10000;
ALTER TABLE brands ADD COLUMN hold_dm_ms INTEGER NOT NULL DEFAULT 5000;

CREATE TABLE jobs_anew (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('reply', 'chain', 'dm', 'post', 'hide', 'unhide', 'delete', 'repost', 'unrepost',
    'bookmark', 'unbookmark', 'mute', 'unmute', 'edit')),
  lane TEXT NOT NULL,
  -- Null: it belongs to no ticket.
  ticket_id TEXT REFERENCES tickets (id) ON DELETE CASCADE,
  brand_id TEXT NOT NULL REFERENCES brands (id) ON DELETE CASCADE,
  handle_id TEXT NOT NULL REFERENCES handles (id) ON DELETE CASCADE,
  agent_id TEXT REFERENCES agents (id),
  -- JSON by kind, checked by the outbox's schema.
  payload TEXT NOT NULL,
  -- JSON: what the agent saw when it was written, held against what is there when it leaves.
  seen TEXT,
  solves INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('held', 'queued', 'sending', 'sent', 'refused', 'unsure', 'missed', 'recalled',
    'dropped', 'stopped', 'ask')),
  created_at INTEGER NOT NULL,
  release_at INTEGER NOT NULL,
  -- Chosen by an agent; it leaves by the wall clock then, not by the hold.
  scheduled_at INTEGER,
  -- An agent let it go out of a stopped brand.
  released_at INTEGER,
  stopped_at INTEGER,
  next_try_at INTEGER,
  tries INTEGER NOT NULL DEFAULT 0,
  -- The first byte may have left at this instant; of a chain, of its newest part.
  sending_at INTEGER,
  looks INTEGER NOT NULL DEFAULT 0,
  failure TEXT,
  -- JSON: why it asks.
  asks TEXT,
  -- JSON: ids at X of the parts of a chain that are there, in their order.
  progress TEXT NOT NULL DEFAULT '[]',
  sent_item_id TEXT,
  -- Nothing more is asked of anybody: X has it, or an agent decided.
  settled_at INTEGER
) STRICT;
INSERT INTO jobs_anew (id, kind, lane, ticket_id, brand_id, handle_id, agent_id, payload, solves, state, created_at,
  release_at, next_try_at, tries, sending_at, looks, failure, sent_item_id, settled_at)
SELECT id, kind, lane, ticket_id, brand_id, handle_id, agent_id, payload, solves, state, created_at,
  release_at, next_try_at, tries, sending_at, looks, failure, sent_item_id, settled_at FROM jobs;
DROP TABLE jobs;
ALTER TABLE jobs_anew RENAME TO jobs;
CREATE INDEX jobs_live ON jobs (lane, created_at) WHERE state IN ('held', 'queued', 'sending', 'unsure');
CREATE INDEX jobs_waiting ON jobs (brand_id, created_at) WHERE state IN ('stopped', 'ask');
CREATE INDEX jobs_by_ticket ON jobs (ticket_id, created_at DESC) WHERE ticket_id IS NOT NULL;
CREATE INDEX jobs_unsettled ON jobs (created_at DESC, id DESC) WHERE settled_at IS NULL;
CREATE INDEX jobs_settled ON jobs (settled_at) WHERE settled_at IS NOT NULL;
CREATE INDEX jobs_by_sent_item ON jobs (sent_item_id) WHERE sent_item_id IS NOT NULL;

-- Which job a post of a chain came from.
CREATE TABLE job_parts (
  item_id TEXT PRIMARY KEY,
  job_id TEXT NOT NULL REFERENCES jobs (id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX job_parts_by_job ON job_parts (job_id);

-- Brands whose outgoing work is frozen. Nothing of them leaves by itself while a row stands here.
CREATE TABLE outbox_stops (
  brand_id TEXT PRIMARY KEY REFERENCES brands (id) ON DELETE CASCADE,
  at INTEGER NOT NULL,
  agent_id TEXT REFERENCES agents (id)
) STRICT, WITHOUT ROWID;

-- One row per request that sends, for X's limits; older than a day they are forgotten.
CREATE TABLE send_attempts (
  n INTEGER PRIMARY KEY,
  handle_id TEXT NOT NULL REFERENCES handles (id) ON DELETE CASCADE,
  app_id TEXT NOT NULL,
  family TEXT NOT NULL CHECK (family IN ('posts', 'dms')),
  at INTEGER NOT NULL
) STRICT;
CREATE INDEX send_attempts_by_time ON send_attempts (at);

-- What a brand is writing that answers nobody: one per brand.
CREATE TABLE compose_drafts (
  brand_id TEXT PRIMARY KEY REFERENCES brands (id) ON DELETE CASCADE,
  handle_id TEXT REFERENCES handles (id) ON DELETE SET NULL,
  text TEXT NOT NULL,
  -- JSON: ids of files that go with it.
  attachment_ids TEXT NOT NULL,
  scheduled_at INTEGER,
  revision INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- What our handles did at X that X shows nowhere: a hidden reply, a bookmark, a mute, a repost of theirs.
CREATE TABLE marks (
  mark TEXT NOT NULL CHECK (mark IN ('hidden', 'reposted', 'bookmarked', 'muted')),
  handle_id TEXT NOT NULL REFERENCES handles (id) ON DELETE CASCADE,
  -- A post's id; for `muted` a person's.
  item_id TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (mark, item_id, handle_id)
) STRICT, WITHOUT ROWID;
