-- Pictures and films: what X shows, and what an agent attaches. Their bytes lie in files, each sealed with a key of its
-- own that stands here alone: a row that is gone leaves a file that nobody can read.

-- What X shows ---------------------------------------------------------------------------------------------------

CREATE TABLE media (
  -- Opaque: by it screens ask for the picture or film, and its file is named so.
  id TEXT PRIMARY KEY,
  -- The same for the still of a film; null for a picture.
  preview_id TEXT UNIQUE,
  x_key TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('photo', 'gif', 'video')),
  url TEXT,
  preview_url TEXT,
  width INTEGER,
  height INTEGER,
  alt TEXT,
  duration_ms INTEGER,
  observed_at INTEGER NOT NULL
) STRICT;

-- Which posts and direct messages show it, and where in the row.
CREATE TABLE media_of (
  kind TEXT NOT NULL CHECK (kind IN ('post', 'dm')),
  item_id TEXT NOT NULL,
  position INTEGER NOT NULL,
  media_id TEXT NOT NULL REFERENCES media (id) ON DELETE CASCADE,
  PRIMARY KEY (kind, item_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX media_of_by_media ON media_of (media_id);

-- A new picture gets a new name.
ALTER TABLE people ADD COLUMN avatar_id TEXT;
CREATE UNIQUE INDEX people_by_avatar ON people (avatar_id) WHERE avatar_id IS NOT NULL;
UPDATE people SET avatar_id = lower(hex(randomblob(16)))
  WHERE avatar_url IS NOT NULL AND avatar_url NOT LIKE '%/default_profile_images/%';

-- What of all that lies on the disk. `id` is one of media.id, media.preview_id and people.avatar_id.
CREATE TABLE media_files (
  id TEXT PRIMARY KEY,
  type TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  -- 64 hex digits.
  key TEXT NOT NULL,
  used_at INTEGER NOT NULL
) STRICT;
CREATE INDEX media_files_by_use ON media_files (used_at);

-- Whoever takes an item out takes its pictures out with it, without having to know of them.
CREATE TRIGGER media_of_post_gone AFTER DELETE ON posts BEGIN
  DELETE FROM media_of WHERE kind = 'post' AND item_id = OLD.id;
END;
CREATE TRIGGER media_of_dm_gone AFTER DELETE ON dm_events BEGIN
  DELETE FROM media_of WHERE kind = 'dm' AND item_id = OLD.id;
END;
CREATE TRIGGER media_unused AFTER DELETE ON media_of BEGIN
  DELETE FROM media WHERE id = OLD.media_id AND NOT EXISTS (SELECT 1 FROM media_of WHERE media_id = OLD.media_id);
END;
CREATE TRIGGER media_gone AFTER DELETE ON media BEGIN
  DELETE FROM media_files WHERE id IN (OLD.id, OLD.preview_id);
END;
CREATE TRIGGER avatar_gone AFTER DELETE ON people WHEN OLD.avatar_id IS NOT NULL BEGIN
  DELETE FROM media_files WHERE id = OLD.avatar_id;
END;
CREATE TRIGGER avatar_changed AFTER UPDATE OF avatar_id ON people
  WHEN OLD.avatar_id IS NOT NULL AND OLD.avatar_id IS NOT NEW.avatar_id BEGIN
  DELETE FROM media_files WHERE id = OLD.avatar_id;
END;

-- What an agent attaches -----------------------------------------------------------------------------------------

CREATE TABLE attachments (
  id TEXT PRIMARY KEY,
  -- Opaque, as above: screens ask for it by this name, and the file is named so.
  media_id TEXT NOT NULL UNIQUE,
  -- Where it is attached: to the draft of a ticket's channel, or to the post that a brand composes. Which message took
  -- it along stands in the message.
  ticket_id TEXT REFERENCES tickets (id) ON DELETE CASCADE,
  brand_id TEXT REFERENCES brands (id) ON DELETE CASCADE,
  channel TEXT NOT NULL CHECK (channel IN ('public', 'dm')),
  name TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('photo', 'gif', 'video')),
  type TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  received INTEGER NOT NULL,
  key TEXT NOT NULL,
  alt TEXT NOT NULL DEFAULT '',
  state TEXT NOT NULL CHECK (state IN ('arriving', 'ready', 'uploading', 'processing', 'uploaded', 'failed')),
  failure TEXT,
  created_at INTEGER NOT NULL,
  -- The upload: for which handle, under which id of X's, until when X knows it, how many segments X has.
  handle_id TEXT REFERENCES handles (id) ON DELETE SET NULL,
  x_media_id TEXT,
  x_expires_at INTEGER,
  segments INTEGER NOT NULL DEFAULT 0,
  alt_sent TEXT NOT NULL DEFAULT '',
  CHECK ((ticket_id IS NULL) <> (brand_id IS NULL))
) STRICT;
CREATE INDEX attachments_by_ticket ON attachments (ticket_id, channel) WHERE ticket_id IS NOT NULL;
CREATE INDEX attachments_by_brand ON attachments (brand_id) WHERE brand_id IS NOT NULL;
