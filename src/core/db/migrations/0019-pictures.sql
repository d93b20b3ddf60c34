-- How a picture looks, as shared/domain/picture-print.ts writes it: drawn and read in a window, the one place where
-- pictures are decoded. Null: nobody has looked at it yet.
ALTER TABLE media ADD COLUMN print TEXT;
ALTER TABLE attachments ADD COLUMN print TEXT;
CREATE INDEX media_printed ON media (observed_at) WHERE print IS NOT NULL;
