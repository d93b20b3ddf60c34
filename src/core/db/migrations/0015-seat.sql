-- The seat: who may do what, who was here when, and whose word a message waits for.

ALTER TABLE agents ADD COLUMN role TEXT NOT NULL DEFAULT 'agent' CHECK (role IN ('trainee', 'agent', 'lead'));
-- JSON: salt and scrypt hash with their cost, see core/agents/pin.ts. Null: their seat asks for none.
ALTER TABLE agents ADD COLUMN pin TEXT;
-- Wrong ones in a row, and until when none is looked at.
ALTER TABLE agents ADD COLUMN pin_failures INTEGER NOT NULL DEFAULT 0;
ALTER TABLE agents ADD COLUMN pin_locked_until INTEGER;
-- When they were last known to sit here; null: never.
ALTER TABLE agents ADD COLUMN seen_at INTEGER;
-- Gone from the list of who may sit; their history stays.
ALTER TABLE agents ADD COLUMN retired_at INTEGER;

-- JSON: why another agent must say yes before it leaves; null: nobody needs to.
ALTER TABLE jobs ADD COLUMN approval TEXT;
ALTER TABLE jobs ADD COLUMN approved_by TEXT REFERENCES agents (id);
ALTER TABLE jobs ADD COLUMN approved_at INTEGER;
