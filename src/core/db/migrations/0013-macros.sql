-- Saved answers of a brand, and which of them stand in a message.

CREATE TABLE macros (
  id TEXT PRIMARY KEY,
  brand_id TEXT NOT NULL REFERENCES brands (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  shortcut TEXT,
  -- The language of its text; '' for any.
  lang TEXT NOT NULL DEFAULT '',
  text TEXT NOT NULL,
  -- JSON checked by shared/domain/macro.ts.
  actions TEXT NOT NULL,
  used INTEGER NOT NULL DEFAULT 0,
  last_used_at INTEGER,
  created_at INTEGER NOT NULL,
  -- Undo brings it back.
  removed_at INTEGER
) STRICT;
CREATE UNIQUE INDEX macros_by_name ON macros (brand_id, name, lang) WHERE removed_at IS NULL;
CREATE UNIQUE INDEX macros_by_shortcut ON macros (brand_id, shortcut, lang)
  WHERE removed_at IS NULL AND shortcut IS NOT NULL;

-- A macro in a draft; with a job it is on its way. The row goes once X has the message.
CREATE TABLE macro_uses (
  id TEXT PRIMARY KEY,
  macro_id TEXT NOT NULL REFERENCES macros (id) ON DELETE CASCADE,
  ticket_id TEXT NOT NULL REFERENCES tickets (id) ON DELETE CASCADE,
  channel TEXT NOT NULL CHECK (channel IN ('public', 'dm')),
  -- What it does: taken off, nothing, while the words stay.
  actions TEXT NOT NULL,
  job_id TEXT REFERENCES jobs (id) ON DELETE CASCADE
) STRICT;
CREATE INDEX macro_uses_by_ticket ON macro_uses (ticket_id, channel);
CREATE INDEX macro_uses_by_job ON macro_uses (job_id) WHERE job_id IS NOT NULL;

-- Steps of a ticket's checklist that are done.
CREATE TABLE playbook_ticks (
  ticket_id TEXT NOT NULL REFERENCES tickets (id) ON DELETE CASCADE,
  step TEXT NOT NULL,
  agent_id TEXT REFERENCES agents (id),
  at INTEGER NOT NULL,
  PRIMARY KEY (ticket_id, step)
) STRICT, WITHOUT ROWID;
