-- What becomes of an item after it was stored: other versions, other readers, gone.

-- Versions of an edited post that are not the newest known one, which stands in `posts`.
CREATE TABLE post_versions (
  post_id TEXT NOT NULL REFERENCES posts (id) ON DELETE CASCADE,
  version INTEGER NOT NULL,
  -- X's id of this version: its address, and the instant at which it was written.
  x_id TEXT NOT NULL,
  text TEXT NOT NULL,
  entities TEXT,
  observed_at INTEGER NOT NULL,
  PRIMARY KEY (post_id, version)
) STRICT, WITHOUT ROWID;
CREATE INDEX post_versions_by_x_id ON post_versions (x_id);

-- A plain repost holds the words of the post that it passes on, and goes with it.
CREATE INDEX posts_by_reposted ON posts (reposted_post_id) WHERE reposted_post_id IS NOT NULL;

-- When X last showed the item to this handle.
ALTER TABLE visible_to ADD COLUMN seen_at INTEGER NOT NULL DEFAULT 0;
UPDATE visible_to SET seen_at = coalesce((SELECT observed_at FROM posts WHERE id = item_id), 0) WHERE kind = 'post';
UPDATE visible_to SET seen_at = coalesce((SELECT observed_at FROM dm_events WHERE id = item_id), 0) WHERE kind = 'dm';

-- Where the item stood: its line in the conversation stays when its words go.
ALTER TABLE tombstones ADD COLUMN conversation_id TEXT;
ALTER TABLE tombstones ADD COLUMN written_at INTEGER;

-- What X no longer shows to a handle, without being deleted; it returns when X shows it again.
CREATE TABLE withdrawn (
  kind TEXT NOT NULL CHECK (kind IN ('post', 'dm')),
  item_id TEXT NOT NULL,
  handle_id TEXT NOT NULL REFERENCES handles (id) ON DELETE CASCADE,
  why TEXT NOT NULL CHECK (why IN ('protected', 'suspended', 'withheld', 'unavailable')),
  -- Where it is withheld: codes with a space between them.
  countries TEXT,
  conversation_id TEXT NOT NULL,
  written_at INTEGER NOT NULL,
  at INTEGER NOT NULL,
  -- When X was asked for it last.
  looked_at INTEGER NOT NULL,
  PRIMARY KEY (kind, item_id, handle_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX withdrawn_by_conversation ON withdrawn (conversation_id);
CREATE INDEX tombstones_by_conversation ON tombstones (conversation_id) WHERE conversation_id IS NOT NULL;

-- Proof of what was forgotten: JSON of counts and hashes, checked by core/people/receipt.ts.
CREATE TABLE receipts (
  id TEXT PRIMARY KEY,
  at INTEGER NOT NULL,
  content TEXT NOT NULL,
  -- Its name in the folder of receipts; null until it was written there.
  file TEXT
) STRICT;

-- Conversations that do not go by the legacy way of direct messages.
CREATE TABLE dm_conversations (
  handle_id TEXT NOT NULL REFERENCES handles (id) ON DELETE CASCADE,
  participant_id TEXT NOT NULL,
  transport TEXT NOT NULL CHECK (transport IN ('legacy', 'xchat')),
  since INTEGER NOT NULL,
  PRIMARY KEY (handle_id, participant_id)
) STRICT, WITHOUT ROWID;

-- What X let slip of X Chat, by handle.
CREATE TABLE dm_signals (
  handle_id TEXT PRIMARY KEY REFERENCES handles (id) ON DELETE CASCADE,
  chat_event_at INTEGER,
  refused_at INTEGER
) STRICT, WITHOUT ROWID;
