-- What columns leave out: a word, a person or something that is listened to.
CREATE TABLE mutes (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('word', 'person', 'source')),
  -- The words as typed, X's id of the person, or an id of listening.
  what TEXT NOT NULL,
  -- Null: every column of every deck. No reference: columns are not rows.
  column_id TEXT,
  -- From when on it counts no more; null: for good.
  until INTEGER,
  -- Null: nobody was named.
  agent_id TEXT,
  created_at INTEGER NOT NULL
) STRICT;
-- One that ends is looked for in the history.
CREATE INDEX audit_mutes ON audit (id) WHERE event IN ('mute.added', 'mute.removed', 'mute.ended');
