-- How an alarm came to its end where its source did not say so: by hand, or because its source was removed.
ALTER TABLE signal ADD COLUMN ended_how text CHECK (ended_how IN ('by-hand', 'source-removed')),
  ADD COLUMN ended_note text NOT NULL DEFAULT '';

-- How far in the ledger incidents have heard of ends; what ended before this version is not told again.
ALTER TABLE weighed ADD COLUMN ended_seq bigint NOT NULL DEFAULT 0;
UPDATE weighed w SET ended_seq = h.seq FROM ledger_head h WHERE h.org_id = w.org_id;

-- Why a page was stopped, where its alarms had ended: it goes on if they come back.
ALTER TABLE page ADD COLUMN alarms_ended boolean NOT NULL DEFAULT false;

-- Alarms of sources and heartbeats that are gone can never end by themselves.
INSERT INTO timer (id, org_id, kind, key, due_at, body)
  SELECT gen_random_uuid(), org_id, 'end-signals', id::text, now(), json_build_object('sourceId', id)
  FROM source WHERE removed_at IS NOT NULL
  UNION ALL
  SELECT gen_random_uuid(), org_id, 'end-signals', id::text, now(), json_build_object('sourceId', id)
  FROM heartbeat WHERE removed_at IS NOT NULL
  ON CONFLICT DO NOTHING;
