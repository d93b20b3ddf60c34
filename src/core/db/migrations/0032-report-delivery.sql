-- Reports that look like their client's, are delivered by themselves each month, and content that left in exports.

-- One logo and one colour of a client. They go with it.
CREATE TABLE client_looks (
  client_id TEXT PRIMARY KEY REFERENCES clients (id) ON DELETE CASCADE,
  -- The bytes of a PNG or JPEG in base64, with its size in pixels. Null: none.
  logo TEXT,
  logo_width INTEGER,
  logo_height INTEGER,
  -- #rrggbb in small letters. Null: the paper has our own.
  accent TEXT
) STRICT, WITHOUT ROWID;

-- Each ticket's row of the export, as it was when the report was frozen: JSON. Null: frozen before that was kept.
ALTER TABLE delivered_reports ADD COLUMN lines TEXT;
-- 1: nobody asked for it but the schedule.
ALTER TABLE delivered_reports ADD COLUMN is_scheduled INTEGER NOT NULL DEFAULT 0;

CREATE TABLE report_schedules (
  client_id TEXT PRIMARY KEY REFERENCES clients (id) ON DELETE CASCADE,
  -- Of the month after the one that is told of; a month that has no such day: its last.
  day INTEGER NOT NULL CHECK (day BETWEEN 1 AND 31),
  -- The path that a person chose in a dialog of the system.
  folder TEXT NOT NULL,
  -- A paragraph for the client, the same each month.
  words TEXT NOT NULL,
  is_on INTEGER NOT NULL,
  -- The first month whose files are not written, 2026-11.
  next_month TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What the schedule made: one report of a client for each month, whatever happens in between.
CREATE TABLE report_runs (
  client_id TEXT NOT NULL REFERENCES clients (id) ON DELETE CASCADE,
  month TEXT NOT NULL,
  report_id TEXT NOT NULL REFERENCES delivered_reports (id) ON DELETE CASCADE,
  -- Null: its files are not all there.
  written_at INTEGER,
  -- Why not, and since when it was tried how often: JSON of a failure.
  failure TEXT,
  failed_at INTEGER,
  tries INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (client_id, month)
) STRICT, WITHOUT ROWID;

-- How many posts and people of X left in exports on each day of UTC. Which ones is not kept.
CREATE TABLE content_exports (
  day TEXT PRIMARY KEY,
  objects INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
