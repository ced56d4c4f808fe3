-- Since when Sonae could hear, as whoever keeps the doors open writes it down every second. It is one row for the whole
-- installation and known before any organisation, so it does not hang on one: it and the timers stand apart.
CREATE TABLE hearing (
  one      boolean PRIMARY KEY DEFAULT true CHECK (one),
  heard_at timestamptz NOT NULL,
  since    timestamptz NOT NULL
);
GRANT SELECT, INSERT, UPDATE ON hearing TO sonae_app;

-- Nothing pages for a heartbeat that was added without paging; what was chosen stands in the ledger.
ALTER TABLE heartbeat ADD COLUMN page boolean NOT NULL DEFAULT true, ADD COLUMN added_at timestamptz;
UPDATE heartbeat h SET page = (l.body->>'page')::boolean, added_at = l.at
  FROM ledger l WHERE l.org_id = h.org_id AND l.kind = 'heartbeat.added' AND l.body->>'heartbeatId' = h.id::text;
