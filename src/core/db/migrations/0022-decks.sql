-- Decks that somebody made. Those over all brands and of one brand are there by themselves.
CREATE TABLE decks (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;

-- How the columns of a deck were arranged. deck_id: of decks, of brands, or 'all'.
CREATE TABLE deck_columns (
  deck_id TEXT NOT NULL,
  column_id TEXT NOT NULL,
  position INTEGER NOT NULL,
  hidden INTEGER NOT NULL DEFAULT 0,
  width TEXT NOT NULL DEFAULT 'normal',
  folded INTEGER NOT NULL DEFAULT 0,
  compact INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (deck_id, column_id)
) STRICT, WITHOUT ROWID;

-- The deck that somebody made and keeps a search in; null: it stands in the deck of its brand, or of all. No reference:
-- a deck that is taken away may come back.
ALTER TABLE saved_searches ADD COLUMN deck_id TEXT;

-- Columns that were shown in every deck at once are from now on in each deck for itself.
INSERT INTO deck_columns (deck_id, column_id, position)
SELECT d.deck_id, k.kind || ':' || d.deck_id, k.position
FROM settings s,
  (SELECT 'all' AS deck_id UNION ALL SELECT id FROM brands WHERE removed_at IS NULL) d,
  (SELECT 'needs-reply' AS kind, 0 AS position
    UNION ALL SELECT 'mentions', 1
    UNION ALL SELECT 'dms', 2
    UNION ALL SELECT 'waiting', 3
    UNION ALL SELECT 'outbox', 4
    UNION ALL SELECT 'mine', 5
    UNION ALL SELECT 'unowned', 6
    UNION ALL SELECT 'snoozed', 7
    UNION ALL SELECT 'debts', 8
    UNION ALL SELECT 'notes-to-me', 9
    UNION ALL SELECT 'quiet', 10) k
WHERE s.name = 'columns' AND (k.position < 5 OR s.value LIKE '%"' || k.kind || '"%');
DELETE FROM settings WHERE name = 'columns';
