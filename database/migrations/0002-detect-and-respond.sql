-- First stones of Detect (sources, signals, heartbeats) and Respond (rules, incidents, pages), the duty list,
-- and the settings of channels.

CREATE TABLE duty (
  org_id    uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  position  integer NOT NULL,
  person_id uuid NOT NULL,
  PRIMARY KEY (org_id, position),
  FOREIGN KEY (org_id, person_id) REFERENCES person (org_id, id)
);

CREATE TABLE source (
  org_id     uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  id         uuid NOT NULL,
  kind       text NOT NULL,
  name       text NOT NULL,
  settings   json NOT NULL,
  key_hash   bytea NOT NULL UNIQUE,
  removed_at timestamptz,
  PRIMARY KEY (org_id, id)
);

-- One row per label set and source. What every repeat changes is kept apart in a narrow row, so that a flood rewrites
-- a hundred bytes in place instead of the whole signal with its texts.
CREATE TABLE signal (
  org_id      uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  id          uuid NOT NULL,
  source_id   uuid NOT NULL,
  title       text NOT NULL,
  severity    text NOT NULL,
  state       text NOT NULL CHECK (state IN ('firing', 'resolved', 'silent')),
  labels      json NOT NULL,
  annotations json NOT NULL,
  url         text NOT NULL,
  episodes    integer NOT NULL,
  first_at    timestamptz NOT NULL,
  PRIMARY KEY (org_id, id)
);
CREATE INDEX signal_state ON signal (org_id, state, first_at DESC, id DESC);
CREATE INDEX signal_listed ON signal (org_id, first_at DESC, id DESC);

-- No index may hold a column that a repeat changes: PostgreSQL then rewrites the row in place.
CREATE TABLE signal_pulse (
  org_id     uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  id         uuid NOT NULL,
  firing     boolean NOT NULL,
  count      bigint NOT NULL,
  last_at    timestamptz NOT NULL,
  expires_at timestamptz,
  PRIMARY KEY (org_id, id)
) WITH (fillfactor = 60, autovacuum_vacuum_scale_factor = 0.05);

-- Counts repeats of firing signals: the hot path, one statement and so one commit. Row by row on purpose: each is found
-- by its key whatever the planner knows of a table that a flood has just filled, and in the order of the array (the
-- caller sorts it), so that two batches at once never wait for each other in a circle. Answers the ids not counted;
-- when strict it raises SN001 instead, which undoes the whole statement.
CREATE FUNCTION count_repeats(org uuid, ids uuid[], times integer[], expiries timestamptz[], at timestamptz, strict boolean)
  RETURNS uuid[] LANGUAGE plpgsql SET enable_seqscan = off AS $$
DECLARE
  entry record;
  missed uuid[] := '{}';
BEGIN
  PERFORM set_config('sonae.org', org::text, true), set_config('sonae.outside', 'off', true);
  FOR entry IN SELECT * FROM unnest(ids, times, expiries) AS t(id, n, expiry) LOOP
    UPDATE signal_pulse p SET count = p.count + entry.n, last_at = at, expires_at = entry.expiry
      WHERE p.org_id = org AND p.id = entry.id AND p.firing;
    IF NOT FOUND THEN missed := missed || entry.id; END IF;
  END LOOP;
  IF strict AND cardinality(missed) > 0 THEN
    RAISE EXCEPTION 'not all of these signals are firing' USING ERRCODE = 'SN001';
  END IF;
  RETURN missed;
END $$;

CREATE TABLE heartbeat (
  org_id        uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  id            uuid NOT NULL,
  name          text NOT NULL,
  every_seconds integer NOT NULL,
  grace_seconds integer NOT NULL,
  key_hash      bytea NOT NULL UNIQUE,
  state         text NOT NULL CHECK (state IN ('waiting', 'beating', 'missed')),
  last_at       timestamptz,
  removed_at    timestamptz,
  PRIMARY KEY (org_id, id)
);

CREATE TABLE declare_rule (
  org_id       uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  id           uuid NOT NULL,
  position     integer NOT NULL,
  name         text NOT NULL,
  matchers     json NOT NULL,
  group_by     text[] NOT NULL,
  severity     integer NOT NULL CHECK (severity BETWEEN 0 AND 4),
  page         boolean NOT NULL,
  enabled      boolean NOT NULL,
  PRIMARY KEY (org_id, id)
);

CREATE TABLE incident (
  org_id      uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  id          uuid NOT NULL,
  number      integer NOT NULL,
  title       text NOT NULL,
  severity    integer NOT NULL CHECK (severity BETWEEN 0 AND 4),
  state       text NOT NULL CHECK (state IN ('open', 'resolved', 'closed')),
  rule_id     uuid,
  group_key   text NOT NULL,
  declared_at timestamptz NOT NULL,
  resolved_at timestamptz,
  closed_at   timestamptz,
  PRIMARY KEY (org_id, id),
  UNIQUE (org_id, number)
);
-- Two workers weighing at once cannot declare twice for one group of one rule.
CREATE UNIQUE INDEX incident_group ON incident (org_id, rule_id, group_key) WHERE rule_id IS NOT NULL AND state = 'open';
CREATE INDEX incident_state ON incident (org_id, state, declared_at DESC);

CREATE TABLE incident_signal (
  org_id      uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  incident_id uuid NOT NULL,
  signal_id   uuid NOT NULL,
  PRIMARY KEY (org_id, incident_id, signal_id),
  FOREIGN KEY (org_id, incident_id) REFERENCES incident (org_id, id)
);
CREATE INDEX incident_signal_back ON incident_signal (org_id, signal_id);

-- How far in the ledger the rules have looked at signals: every new signal is weighed once, by one worker at a time.
CREATE TABLE weighed (
  org_id uuid PRIMARY KEY REFERENCES organisation ON DELETE CASCADE,
  seq    bigint NOT NULL
);

-- Steps and waiting time are stamped when the page starts: a later edit cannot change a running page.
CREATE TABLE page (
  org_id          uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  id              uuid NOT NULL,
  subject_kind    text NOT NULL CHECK (subject_kind IN ('incident', 'break-glass')),
  incident_id     uuid,
  subject         text NOT NULL,
  about_person    uuid,
  state           text NOT NULL CHECK (state IN ('seeking', 'acknowledged', 'exhausted', 'stopped')),
  steps           json NOT NULL,
  step            integer NOT NULL,
  wait_seconds    integer NOT NULL,
  started_at      timestamptz NOT NULL,
  ended_at        timestamptz,
  acknowledged_by uuid,
  PRIMARY KEY (org_id, id)
);
CREATE INDEX page_state ON page (org_id, state, started_at DESC);
CREATE INDEX page_incident ON page (org_id, incident_id);

CREATE TABLE page_attempt (
  org_id     uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  id         uuid NOT NULL,
  page_id    uuid NOT NULL,
  step       integer NOT NULL,
  person_id  uuid NOT NULL,
  channel    text NOT NULL,
  state      text NOT NULL CHECK (state IN ('queued', 'held', 'sending', 'accepted', 'failed', 'acknowledged')),
  reason     text,
  tries      integer NOT NULL DEFAULT 0,
  created_at timestamptz NOT NULL,
  changed_at timestamptz NOT NULL,
  link_hash  bytea NOT NULL,
  link_until timestamptz NOT NULL,
  link_used  boolean NOT NULL DEFAULT false,
  PRIMARY KEY (org_id, id),
  FOREIGN KEY (org_id, page_id) REFERENCES page (org_id, id) ON DELETE CASCADE,
  UNIQUE (org_id, page_id, step, person_id, channel),
  UNIQUE (link_hash)
);
CREATE INDEX page_attempt_outbox ON page_attempt (org_id, created_at DESC);

CREATE TABLE paging_setting (
  org_id       uuid PRIMARY KEY REFERENCES organisation ON DELETE CASCADE,
  wait_seconds integer NOT NULL CHECK (wait_seconds > 0)
);

CREATE TABLE channel_setting (
  org_id   uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  channel  text NOT NULL,
  settings json NOT NULL,
  secrets  bytea NOT NULL,
  PRIMARY KEY (org_id, channel)
);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['duty', 'source', 'signal', 'signal_pulse', 'heartbeat', 'declare_rule', 'incident_signal', 'weighed', 'paging_setting', 'channel_setting'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY own ON %I USING (org_id = (SELECT current_org()) AND (SELECT is_insider()))', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO sonae_app', t);
  END LOOP;
END $$;

ALTER TABLE incident ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON incident USING (org_id = current_org() AND (is_insider() OR is_shared('incident', id)));
ALTER TABLE page ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON page
  USING (org_id = current_org() AND (is_insider() OR (incident_id IS NOT NULL AND is_shared('incident', incident_id))));
ALTER TABLE page_attempt ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON page_attempt USING (org_id = current_org() AND (is_insider() OR person_id = current_person()));
GRANT SELECT, INSERT, UPDATE, DELETE ON incident, page, page_attempt TO sonae_app;

-- After a restore: jobs are not in a backup, so what was still to be sent is tried again.
CREATE FUNCTION revive_after_restore() RETURNS void LANGUAGE sql SET search_path = sonae, pg_temp AS $$
  INSERT INTO timer (id, org_id, kind, key, due_at, body)
    SELECT gen_random_uuid(), org_id, 'retry-attempt', id::text, changed_at, json_build_object('attemptId', id)
    FROM page_attempt WHERE state IN ('queued', 'sending') ON CONFLICT DO NOTHING;
  UPDATE page_attempt SET state = 'queued' WHERE state = 'sending';
$$;

CREATE FUNCTION source_of_key(hash bytea)
  RETURNS TABLE (org_id uuid, id uuid, kind text, settings json)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = sonae, pg_temp AS $$
    SELECT s.org_id, s.id, s.kind, s.settings FROM source s WHERE s.key_hash = hash AND s.removed_at IS NULL;
  $$;
CREATE FUNCTION heartbeat_of_key(hash bytea) RETURNS TABLE (org_id uuid, id uuid)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = sonae, pg_temp AS $$
    SELECT h.org_id, h.id FROM heartbeat h WHERE h.key_hash = hash AND h.removed_at IS NULL;
  $$;
CREATE FUNCTION attempt_of_link(hash bytea) RETURNS TABLE (org_id uuid, id uuid, person_id uuid)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = sonae, pg_temp AS $$
    SELECT a.org_id, a.id, a.person_id FROM page_attempt a WHERE a.link_hash = hash;
  $$;
