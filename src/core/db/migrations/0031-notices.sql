-- Status notices: what a brand tells everybody. A notice is a chain of posts of one handle; how far each came is its job's to say.
CREATE TABLE notices (
  id TEXT PRIMARY KEY,
  brand_id TEXT NOT NULL REFERENCES brands (id) ON DELETE CASCADE,
  handle_id TEXT NOT NULL REFERENCES handles (id) ON DELETE CASCADE,
  -- Answers to it go into this one; null: it is of none.
  incident_id TEXT REFERENCES incidents (id) ON DELETE SET NULL,
  -- Notices of several brands that were written at once share it.
  act_id TEXT NOT NULL,
  title TEXT NOT NULL,
  -- Of planned work, as agents said.
  starts_at INTEGER,
  ends_at INTEGER,
  -- What agents are shown of it, and what texts say of it.
  pinned_text TEXT NOT NULL DEFAULT '',
  created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX notices_of_brand ON notices (brand_id, created_at);
CREATE INDEX notices_of_incident ON notices (incident_id) WHERE incident_id IS NOT NULL;
CREATE INDEX notices_of_handle ON notices (handle_id);

CREATE TABLE notice_posts (
  job_id TEXT PRIMARY KEY REFERENCES jobs (id) ON DELETE CASCADE,
  notice_id TEXT NOT NULL REFERENCES notices (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('planned', 'outage', 'update', 'all-clear')),
  -- The act that wrote it: said again, it writes nothing new.
  act_id TEXT NOT NULL,
  -- Its words become the pinned text once X has them.
  pins INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX notice_posts_of ON notice_posts (notice_id);

-- Troubles of which somebody was told that nobody has posted a notice: once each.
CREATE TABLE notice_nudges (
  brand_id TEXT NOT NULL REFERENCES brands (id) ON DELETE CASCADE,
  -- The id of an incident, or of the alert of a spike.
  about TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (brand_id, about)
) STRICT, WITHOUT ROWID;

-- The notices that incidents had before.
INSERT INTO notices (id, brand_id, handle_id, incident_id, act_id, title, created_at)
SELECT j.id, j.brand_id, j.handle_id, i.id, j.id, i.title, j.created_at
FROM incidents i JOIN jobs j ON j.id = i.notice_job_id;
INSERT INTO notice_posts (job_id, notice_id, kind, act_id, pins)
SELECT id, id, 'outage', act_id, 0 FROM notices;
