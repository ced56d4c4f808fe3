-- Repeats are written down in one row a batch and folded into signal_pulse later, thousands at once: a repeat then costs
-- a lookup and sixteen bytes instead of a new version of its pulse. signal_tally adds up both, so a count is exact at once.

CREATE TABLE signal_repeat (
  org_id   uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  id       uuid NOT NULL,
  at       timestamptz NOT NULL,
  ids      uuid[] NOT NULL,
  times    integer[] NOT NULL,
  -- Milliseconds since 1970, or null where a source names no end.
  expiries bigint[] NOT NULL,
  PRIMARY KEY (org_id, id)
);
-- Random ids do not compress; trying would cost more than the rest of the insert.
ALTER TABLE signal_repeat ALTER COLUMN ids SET STORAGE EXTERNAL, ALTER COLUMN times SET STORAGE EXTERNAL,
  ALTER COLUMN expiries SET STORAGE EXTERNAL;
ALTER TABLE signal_repeat ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON signal_repeat USING (org_id = (SELECT current_org()) AND (SELECT is_insider()));
GRANT SELECT, INSERT, DELETE ON signal_repeat TO sonae_app;

CREATE VIEW signal_tally WITH (security_invoker = true) AS
  SELECT p.org_id, p.id, p.count + coalesce(r.n, 0) AS count, greatest(p.last_at, r.at) AS last_at
  FROM signal_pulse p LEFT JOIN (
    SELECT b.org_id, u.id, sum(u.n)::bigint AS n, max(b.at) AS at
    FROM signal_repeat b, unnest(b.ids, b.times) AS u(id, n) GROUP BY b.org_id, u.id
  ) r USING (org_id, id);
GRANT SELECT ON signal_tally TO sonae_app;

DROP FUNCTION count_repeats(uuid, uuid[], integer[], timestamptz[], timestamptz, boolean);

-- Writes repeats of firing signals down: the hot path, one statement and so one commit. Answers the ids that are not
-- firing; when strict it raises SN001 instead, which undoes the whole statement. It waits for nobody: a repeat that
-- arrives while its signal is being resolved counts as one that came before. The subquery cannot become a join, so each
-- signal is found by its key whatever the planner knows of a table that a flood has just filled.
CREATE FUNCTION count_repeats(org uuid, batch uuid, ids uuid[], times integer[], expiries bigint[], at timestamptz, strict boolean)
  RETURNS uuid[] LANGUAGE plpgsql SET enable_seqscan = off AS $$
DECLARE
  missed uuid[];
BEGIN
  PERFORM set_config('sonae.org', org::text, true), set_config('sonae.outside', 'off', true);
  SELECT array_agg(u.id) INTO missed FROM unnest(ids) AS u(id)
    WHERE (SELECT p.firing FROM signal_pulse p WHERE p.org_id = org AND p.id = u.id) IS NOT TRUE;
  IF missed IS NULL THEN
    INSERT INTO signal_repeat VALUES (org, batch, at, ids, times, expiries);
    RETURN '{}';
  END IF;
  IF strict THEN
    RAISE EXCEPTION 'not all of these signals are firing' USING ERRCODE = 'SN001';
  END IF;
  INSERT INTO signal_repeat
    SELECT org, batch, at, array_agg(u.id), array_agg(u.n), array_agg(u.expiry)
    FROM unnest(ids, times, expiries) AS u(id, n, expiry) WHERE u.id <> ALL (missed) HAVING count(*) > 0;
  RETURN missed;
END $$;

-- Adds what was written down to the pulses, in the order of ids in which every other writer locks them. One at a time:
-- the lock is for the transaction.
CREATE FUNCTION fold_repeats(org uuid) RETURNS void LANGUAGE plpgsql SET enable_seqscan = off AS $$
DECLARE
  entry record;
BEGIN
  PERFORM set_config('sonae.org', org::text, true), set_config('sonae.outside', 'off', true);
  PERFORM pg_advisory_xact_lock(hashtextextended('fold-repeats ' || org, 0));
  FOR entry IN
    WITH gone AS (
      DELETE FROM signal_repeat r WHERE r.org_id = org RETURNING r.id, r.at, r.ids, r.times, r.expiries
    ) SELECT u.id, sum(u.n) AS n, max(g.at) AS at, (array_agg(u.expiry ORDER BY g.id DESC))[1] AS expiry
      FROM gone g, unnest(g.ids, g.times, g.expiries) AS u(id, n, expiry) GROUP BY u.id ORDER BY u.id
  LOOP
    UPDATE signal_pulse p SET count = p.count + entry.n, last_at = greatest(p.last_at, entry.at),
        expires_at = CASE WHEN p.firing AND entry.at >= p.last_at
          THEN to_timestamp(entry.expiry / 1000.0) ELSE p.expires_at END
      WHERE p.org_id = org AND p.id = entry.id;
  END LOOP;
END $$;

-- A foreign key is checked row by row, which costs a flood a third of its time. Row-level security lets no row in but
-- those of the caller's own organisation, and when an organisation goes, this trigger takes its rows along.
ALTER TABLE signal DROP CONSTRAINT signal_org_id_fkey;
ALTER TABLE signal_pulse DROP CONSTRAINT signal_pulse_org_id_fkey;
ALTER TABLE signal_repeat DROP CONSTRAINT signal_repeat_org_id_fkey;
ALTER TABLE ledger DROP CONSTRAINT ledger_org_id_fkey;

CREATE FUNCTION leave_no_rows() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = sonae, pg_temp AS $$
BEGIN
  DELETE FROM signal_repeat WHERE org_id = OLD.org_id;
  DELETE FROM signal_pulse WHERE org_id = OLD.org_id;
  DELETE FROM signal WHERE org_id = OLD.org_id;
  DELETE FROM ledger WHERE org_id = OLD.org_id;
  RETURN OLD;
END $$;
CREATE TRIGGER leave_no_rows BEFORE DELETE ON organisation FOR EACH ROW EXECUTE FUNCTION leave_no_rows();

-- The same as before, writing its lines in one statement at the end.
CREATE OR REPLACE FUNCTION append_ledger(lines json) RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = sonae, pg_temp AS $$
DECLARE
  org uuid := current_org();
  line record;
  next bigint;
  first_seq bigint;
  head ledger_chain;
  fresh ledger;
  written ledger[] := '{}';
BEGIN
  IF org IS NULL THEN RAISE EXCEPTION 'append_ledger needs an organisation'; END IF;
  UPDATE ledger_head h SET seq = h.seq + json_array_length(lines) WHERE h.org_id = org
    RETURNING h.seq - json_array_length(lines) + 1 INTO next;
  IF next IS NULL THEN RAISE EXCEPTION 'no ledger for organisation %', org; END IF;
  first_seq := next;
  -- The caller sorts lines by chain, so each chain's head is read and written once.
  FOR line IN SELECT * FROM json_to_recordset(lines) AS l(chain text, kind text, incident_id uuid, at timestamptz,
    precision text, recorded_at timestamptz, actor_kind text, actor_id text, corrects bigint, body text) LOOP
    IF head.chain IS DISTINCT FROM line.chain THEN
      IF head.chain IS NOT NULL THEN PERFORM keep_chain(head); END IF;
      SELECT * INTO head FROM ledger_chain c WHERE c.org_id = org AND c.chain = line.chain;
      IF NOT FOUND THEN head := ROW(org, line.chain, 0, ''::bytea); END IF;
    END IF;
    fresh := ROW(org, next, line.chain, head.length + 1, line.kind, line.incident_id, line.at, line.precision,
      line.recorded_at, line.actor_kind, line.actor_id, line.corrects, line.body::json, NULL);
    fresh.hash := sha256(head.hash || convert_to(ledger_text(fresh), 'UTF8'));
    written := written || fresh;
    head.length := fresh.link;
    head.hash := fresh.hash;
    next := next + 1;
  END LOOP;
  INSERT INTO ledger SELECT * FROM unnest(written);
  PERFORM keep_chain(head);
  RETURN first_seq;
END $$;
