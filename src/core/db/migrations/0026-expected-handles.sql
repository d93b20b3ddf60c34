-- Handles of which somebody wrote the name alone, and nobody signed in to yet. Nothing is read for them, nothing leaves.
CREATE TABLE expected_handles (
  id TEXT PRIMARY KEY,
  brand_id TEXT NOT NULL REFERENCES brands (id) ON DELETE CASCADE,
  username TEXT NOT NULL,
  -- The list that it came with, in the history: it is not taken back once a handle of it is connected.
  action_id TEXT NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;
-- X makes no difference between large and small letters.
CREATE UNIQUE INDEX expected_handles_by_name ON expected_handles (lower(username));
CREATE INDEX expected_handles_by_brand ON expected_handles (brand_id);
