-- Answers that a brand keeps for its own, and for what it shows to others.
CREATE TABLE answer_pages (
  id TEXT PRIMARY KEY,
  brand_id TEXT NOT NULL REFERENCES brands (id) ON DELETE CASCADE,
  title TEXT NOT NULL,
  question TEXT NOT NULL,
  answer TEXT NOT NULL,
  -- For every brand of the same client.
  shared INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  -- Who wrote it last; null: nobody was named.
  agent_id TEXT,
  -- Undo brings it back.
  removed_at INTEGER
) STRICT;
CREATE INDEX answer_pages_by_brand ON answer_pages (brand_id) WHERE removed_at IS NULL;
