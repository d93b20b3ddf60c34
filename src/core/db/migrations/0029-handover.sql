-- Who was here from when, so that the next time they hear what came since: the current stay of each agent.
CREATE TABLE stays (
  -- The agent's id; empty for whoever did not say who they are.
  who TEXT PRIMARY KEY,
  -- What they are told of begins here: when they were last seen before this stay. Null: they were never here before.
  since_at INTEGER,
  begun_at INTEGER NOT NULL,
  -- When they were last known to be here; null until they leave, or Switchboard is closed.
  here_at INTEGER,
  -- When the page of this stay showed itself, or was opened.
  shown_at INTEGER
) STRICT, WITHOUT ROWID;

-- What whoever leaves says of a brand to whoever comes: a draft until they hand over.
CREATE TABLE handover_words (
  id TEXT PRIMARY KEY,
  brand_id TEXT NOT NULL REFERENCES brands (id) ON DELETE CASCADE,
  agent_id TEXT REFERENCES agents (id),
  text TEXT NOT NULL,
  written_at INTEGER NOT NULL,
  -- Null: a draft.
  left_at INTEGER,
  -- Who took the brand over with these words, and when; no agent where nobody was named.
  taken_by TEXT REFERENCES agents (id),
  taken_at INTEGER
) STRICT;
CREATE UNIQUE INDEX handover_drafts ON handover_words (brand_id, coalesce(agent_id, '')) WHERE left_at IS NULL;
CREATE INDEX handover_words_left ON handover_words (left_at) WHERE left_at IS NOT NULL;
CREATE INDEX handover_words_of_brand ON handover_words (brand_id);
