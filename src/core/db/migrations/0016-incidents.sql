-- Incidents: one trouble that many customers of a brand write about. `tickets.incident_id` says which tickets are of it.
CREATE TABLE incidents (
  id TEXT PRIMARY KEY,
  brand_id TEXT NOT NULL REFERENCES brands (id) ON DELETE CASCADE,
  title TEXT NOT NULL,
  -- Words that its tickets share: JSON checked by core/incidents/repo.ts.
  terms TEXT NOT NULL,
  status_text TEXT NOT NULL,
  opened_at INTEGER NOT NULL,
  over_at INTEGER,
  notice_job_id TEXT REFERENCES jobs (id) ON DELETE SET NULL
) STRICT;
CREATE INDEX incidents_of_brand ON incidents (brand_id, over_at);
CREATE INDEX incidents_by_notice ON incidents (notice_job_id) WHERE notice_job_id IS NOT NULL;

-- Which message told which customer what; how far it came is its job's to say.
CREATE TABLE incident_messages (
  job_id TEXT PRIMARY KEY REFERENCES jobs (id) ON DELETE CASCADE,
  incident_id TEXT NOT NULL REFERENCES incidents (id) ON DELETE CASCADE,
  ticket_id TEXT NOT NULL REFERENCES tickets (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('answer', 'all-clear'))
) STRICT, WITHOUT ROWID;
CREATE INDEX incident_messages_of ON incident_messages (incident_id, ticket_id);
CREATE INDEX incident_messages_by_ticket ON incident_messages (ticket_id);

-- Tickets that an agent took out: they are not suggested again.
CREATE TABLE incident_refusals (
  incident_id TEXT NOT NULL REFERENCES incidents (id) ON DELETE CASCADE,
  ticket_id TEXT NOT NULL REFERENCES tickets (id) ON DELETE CASCADE,
  PRIMARY KEY (incident_id, ticket_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX incident_refusals_by_ticket ON incident_refusals (ticket_id);
