-- Everything that is read from X, by kind and subject: a saved search or a list has its own row, the others have ''.
CREATE TABLE sources_of_all_kinds (
  handle_id TEXT NOT NULL REFERENCES handles (id) ON DELETE CASCADE,
  source TEXT NOT NULL
    CHECK (source IN ('mentions', 'dms', 'posts', 'thread', 'quotes', 'search', 'list', 'stream')),
  subject TEXT NOT NULL DEFAULT '',
  -- Newest id that is safely here with everything below it, or named by a gap.
  since_id TEXT,
  -- An open page chain: where to read on, its newest and oldest id so far, how many items it brought, and the instant
  -- that it goes back to where it does not go by since_id.
  resume_token TEXT,
  chain_top_id TEXT,
  chain_bottom_id TEXT,
  chain_items INTEGER NOT NULL DEFAULT 0,
  chain_from_at INTEGER,
  complete_to_at INTEGER,
  -- Up to here it was read without since_id, which is known to leave posts out.
  deep_to_at INTEGER,
  -- Since when nothing came though it should have, and how often something comes; null while all is well.
  silent_since INTEGER,
  silent_rhythm_ms INTEGER,
  failure TEXT,
  failures INTEGER NOT NULL DEFAULT 0,
  next_try_at INTEGER,
  PRIMARY KEY (handle_id, source, subject)
) STRICT, WITHOUT ROWID;
INSERT INTO sources_of_all_kinds (handle_id, source, since_id, complete_to_at, failure, failures, next_try_at)
  SELECT handle_id, source, since_id, complete_to_at, failure, failures, next_try_at FROM sources;
DROP TABLE sources;
ALTER TABLE sources_of_all_kinds RENAME TO sources;

-- What X had and did not show: a span that nobody may take for silence. Closed once something proved that it is here.
CREATE TABLE gaps (
  id TEXT PRIMARY KEY,
  handle_id TEXT NOT NULL REFERENCES handles (id) ON DELETE CASCADE,
  source TEXT NOT NULL,
  subject TEXT NOT NULL DEFAULT '',
  from_at INTEGER NOT NULL,
  to_at INTEGER NOT NULL,
  -- `horizon`: X keeps no more than that. `circle`: X's pages led nowhere.
  why TEXT NOT NULL CHECK (why IN ('horizon', 'circle')),
  opened_at INTEGER NOT NULL,
  -- An agent has taken note of it: it stands with its source, and no more on the columns.
  seen_at INTEGER,
  closed_at INTEGER
) STRICT;
CREATE INDEX gaps_of_source ON gaps (handle_id, source, subject, to_at);

-- How many items came in each hour (epoch hours): the rhythm by which reading is planned and silence is noticed.
CREATE TABLE arrivals (
  handle_id TEXT NOT NULL REFERENCES handles (id) ON DELETE CASCADE,
  source TEXT NOT NULL,
  subject TEXT NOT NULL DEFAULT '',
  hour INTEGER NOT NULL,
  items INTEGER NOT NULL,
  PRIMARY KEY (handle_id, source, subject, hour)
) STRICT, WITHOUT ROWID;

-- Conversations and own posts that searches follow, several in one query, and up to when each was searched.
CREATE TABLE watched (
  handle_id TEXT NOT NULL REFERENCES handles (id) ON DELETE CASCADE,
  source TEXT NOT NULL CHECK (source IN ('thread', 'quotes')),
  subject TEXT NOT NULL,
  complete_to_at INTEGER NOT NULL,
  PRIMARY KEY (handle_id, source, subject)
) STRICT, WITHOUT ROWID;

-- Own posts are followed from the first search on; what is older than a search reaches leaves with it.
INSERT INTO watched (handle_id, source, subject, complete_to_at)
  SELECT h.id, 'quotes', p.id, p.created_at FROM posts p JOIN handles h ON h.x_user_id = p.author_id
  WHERE p.reposted_post_id IS NULL;

-- What a brand listens to: a saved search (`query` in X's words) or a list (`query` is its id).
CREATE TABLE listening (
  id TEXT PRIMARY KEY,
  brand_id TEXT NOT NULL REFERENCES brands (id) ON DELETE CASCADE,
  handle_id TEXT NOT NULL REFERENCES handles (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('search', 'list')),
  name TEXT NOT NULL,
  query TEXT NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX listening_by_brand ON listening (brand_id, created_at);

-- Which posts a saved search or a list brought. The key is in the order in which its column reads.
CREATE TABLE listening_posts (
  listening_id TEXT NOT NULL REFERENCES listening (id) ON DELETE CASCADE,
  at INTEGER NOT NULL,
  post_id TEXT NOT NULL REFERENCES posts (id) ON DELETE CASCADE,
  PRIMARY KEY (listening_id, at, post_id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX listening_posts_by_post ON listening_posts (post_id, listening_id);
