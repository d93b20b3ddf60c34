-- Triage: what each customer message was found to be. No word of a message stands here that the word files do not name.

CREATE TABLE triage_items (
  brand_id TEXT NOT NULL REFERENCES brands (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('post', 'dm')),
  item_id TEXT NOT NULL,
  -- Which version of the post was looked at; 0 for direct messages.
  version INTEGER NOT NULL,
  -- Whose words it was held against; X's code, or what a direct message seems to be written in.
  lang TEXT,
  category TEXT NOT NULL,
  -- What spoke for the category, and every voice there was: JSON checked by core/triage/rows.ts.
  terms TEXT NOT NULL,
  voices TEXT NOT NULL,
  sentiment TEXT NOT NULL,
  urgency TEXT NOT NULL,
  last_resort TEXT,
  -- Kinds of private data, separated by commas.
  private_data TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (item_id, kind, brand_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX triage_items_by_brand ON triage_items (brand_id);

-- What agents said instead, message by message; the newest counts. Word weights are added up from these.
CREATE TABLE triage_corrections (
  id TEXT PRIMARY KEY,
  brand_id TEXT NOT NULL REFERENCES brands (id) ON DELETE CASCADE,
  ticket_id TEXT NOT NULL REFERENCES tickets (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('post', 'dm')),
  item_id TEXT NOT NULL,
  -- Shared by the messages of one correction.
  action_id TEXT NOT NULL,
  language TEXT NOT NULL,
  found TEXT NOT NULL,
  said TEXT NOT NULL,
  voices TEXT NOT NULL,
  at INTEGER NOT NULL
) STRICT;
CREATE INDEX triage_corrections_by_item ON triage_corrections (item_id, kind, brand_id, id);
CREATE INDEX triage_corrections_by_ticket ON triage_corrections (ticket_id);
CREATE INDEX triage_corrections_by_action ON triage_corrections (action_id);
CREATE INDEX triage_corrections_by_brand ON triage_corrections (brand_id);

-- What that makes of a ticket. Kept by core/triage alone, after the commit that brought its messages.
CREATE TABLE ticket_triage (
  ticket_id TEXT PRIMARY KEY REFERENCES tickets (id) ON DELETE CASCADE,
  -- The message that decided.
  kind TEXT NOT NULL,
  item_id TEXT NOT NULL,
  category TEXT NOT NULL,
  corrected INTEGER NOT NULL,
  sentiment TEXT NOT NULL,
  urgency TEXT NOT NULL,
  reach TEXT NOT NULL,
  last_resort TEXT,
  private_data TEXT NOT NULL,
  loud INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX ticket_triage_loud ON ticket_triage (ticket_id) WHERE loud = 1;

-- Accounts that answer a customer of ours and resemble a brand, with where it was seen.
CREATE TABLE impostors (
  ticket_id TEXT NOT NULL REFERENCES tickets (id) ON DELETE CASCADE,
  x_user_id TEXT NOT NULL,
  handle_id TEXT NOT NULL REFERENCES handles (id) ON DELETE CASCADE,
  post_id TEXT NOT NULL,
  username TEXT NOT NULL,
  name TEXT NOT NULL,
  why TEXT NOT NULL CHECK (why IN ('handle', 'name', 'both')),
  at INTEGER NOT NULL,
  state TEXT NOT NULL DEFAULT 'seen' CHECK (state IN ('seen', 'reported', 'dismissed')),
  PRIMARY KEY (ticket_id, x_user_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX impostors_by_handle ON impostors (handle_id);
CREATE INDEX impostors_by_person ON impostors (x_user_id);
