-- Full text once more: runs of letters without spaces are cut into pairs (core/posts/indexed-text.ts).
DROP TABLE post_words;
CREATE VIRTUAL TABLE post_words USING fts5 (text, content = '', tokenize = 'unicode61 remove_diacritics 2');
INSERT INTO post_words (post_words, rank) VALUES ('secure-delete', 1);
INSERT INTO post_words (rowid, text) SELECT n, indexed_text(text) FROM posts;
DROP TABLE dm_words;
CREATE VIRTUAL TABLE dm_words USING fts5 (text, content = '', tokenize = 'unicode61 remove_diacritics 2');
INSERT INTO dm_words (dm_words, rank) VALUES ('secure-delete', 1);
INSERT INTO dm_words (rowid, text) SELECT n, indexed_text(text) FROM dm_events;

-- People are found by how their names begin.
CREATE INDEX people_by_username ON people (lower(username));
CREATE INDEX people_by_name ON people (lower(name));

-- Searches that somebody keeps as columns. Null: of the deck over all brands.
CREATE TABLE saved_searches (
  id TEXT PRIMARY KEY,
  brand_id TEXT REFERENCES brands (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  text TEXT NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;

-- A ticket that goes has to be found where others name it; without these, a brand that goes looks through all tickets
-- once for each of its own.
CREATE INDEX tickets_by_merged_into ON tickets (merged_into_id) WHERE merged_into_id IS NOT NULL;
CREATE INDEX tickets_by_previous ON tickets (previous_ticket_id) WHERE previous_ticket_id IS NOT NULL;
CREATE INDEX note_mentions_by_note ON note_mentions (note_id);

-- Counting what needs a reply asks for nothing but the brand.
DROP INDEX tickets_due;
CREATE INDEX tickets_due ON tickets (due_at, id, brand_id) WHERE needs_reply = 1;
