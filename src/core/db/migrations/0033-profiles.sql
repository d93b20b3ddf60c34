-- What people say of themselves on their profile, and when they came to X. Null: X has not told, or shows it no more.
ALTER TABLE people ADD COLUMN about TEXT;
ALTER TABLE people ADD COLUMN joined_at INTEGER;
