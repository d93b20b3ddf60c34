-- Whether each customer of each brand stands in a column once.
ALTER TABLE deck_columns ADD COLUMN grouped INTEGER NOT NULL DEFAULT 0;
