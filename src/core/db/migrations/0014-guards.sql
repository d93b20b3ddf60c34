-- The guard rails: what people asked of a brand, what was copied where, and links that others posted.

-- What a person asked of one brand; no other brand is told.
CREATE TABLE person_wishes (
  brand_id TEXT NOT NULL REFERENCES brands (id) ON DELETE CASCADE,
  x_user_id TEXT NOT NULL,
  wish TEXT NOT NULL CHECK (wish IN ('leave-alone', 'no-survey')),
  at INTEGER NOT NULL,
  -- Who noted it; null: read from their own words.
  agent_id TEXT REFERENCES agents (id),
  PRIMARY KEY (brand_id, x_user_id, wish)
) STRICT, WITHOUT ROWID;

-- Text that was copied in a window, by the client whose screen it stood on; forgotten after a few hours.
CREATE TABLE copied_texts (
  id TEXT PRIMARY KEY,
  client_id TEXT NOT NULL,
  -- As guards compare it.
  text TEXT NOT NULL,
  at INTEGER NOT NULL
) STRICT;
CREATE INDEX copied_texts_by_age ON copied_texts (at);

-- Only posts and messages with a link are looked through for one.
CREATE INDEX posts_with_links ON posts (created_at) WHERE entities LIKE '%"displayUrl"%';
CREATE INDEX dm_events_with_links ON dm_events (created_at) WHERE entities LIKE '%"displayUrl"%';

CREATE INDEX audit_overrides ON audit (brand_id, at) WHERE event = 'guard.overridden';

-- Who was asked how it went, and what they said; the question itself is a job.
CREATE TABLE csat_asks (
  id TEXT PRIMARY KEY,
  brand_id TEXT NOT NULL REFERENCES brands (id) ON DELETE CASCADE,
  x_user_id TEXT NOT NULL,
  ticket_id TEXT NOT NULL REFERENCES tickets (id) ON DELETE CASCADE,
  job_id TEXT NOT NULL REFERENCES jobs (id) ON DELETE CASCADE,
  asked_at INTEGER NOT NULL,
  was_solved INTEGER NOT NULL,
  -- The message that answered; a score of null: they want to be asked no more.
  answered_at INTEGER,
  item_id TEXT,
  score INTEGER CHECK (score BETWEEN 1 AND 5)
) STRICT;
CREATE INDEX csat_asks_of ON csat_asks (brand_id, x_user_id, asked_at);
CREATE INDEX csat_asks_by_age ON csat_asks (brand_id, asked_at);
CREATE INDEX csat_asks_open ON csat_asks (asked_at) WHERE answered_at IS NULL;
CREATE INDEX csat_asks_by_ticket ON csat_asks (ticket_id);
CREATE INDEX csat_asks_by_job ON csat_asks (job_id);
