-- Whether a column tells of new messages by a notice of the system, and by a tone.
ALTER TABLE deck_columns ADD COLUMN alert INTEGER NOT NULL DEFAULT 0;
ALTER TABLE deck_columns ADD COLUMN sound INTEGER NOT NULL DEFAULT 0;
