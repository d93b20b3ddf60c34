-- X's activity stream, one per app: how far it was heard, what it told, what it is subscribed to.

CREATE TABLE stream_apps (
  app_id TEXT PRIMARY KEY REFERENCES apps (id) ON DELETE CASCADE,
  -- Heard from X without a gap up to here, a minute late at most.
  heard_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Events that are taken in, for as long as X may send them again.
CREATE TABLE stream_events (
  app_id TEXT NOT NULL REFERENCES apps (id) ON DELETE CASCADE,
  event TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (app_id, event)
) STRICT, WITHOUT ROWID;
CREATE INDEX stream_events_by_age ON stream_events (at);

-- Subscriptions at X that this workspace made: only these may it delete. They outlive the handle that they are for.
CREATE TABLE stream_subscriptions (
  id TEXT PRIMARY KEY,
  app_id TEXT NOT NULL REFERENCES apps (id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
