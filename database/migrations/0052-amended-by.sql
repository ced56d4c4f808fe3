-- Whoever changed what an emergency change says had a hand in it, as much as whoever proposed it: somebody else approves it.
ALTER TABLE emergency_change ADD COLUMN amended_by text[] NOT NULL DEFAULT '{}';
