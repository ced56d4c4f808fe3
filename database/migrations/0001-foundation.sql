-- The ground everything stands on: who may see which row, the ledger, and timers.
-- The application connects as sonae_app, which owns nothing and cannot bypass row-level security.

DO $$
BEGIN
  CREATE ROLE sonae_app NOLOGIN NOBYPASSRLS;
EXCEPTION WHEN duplicate_object OR unique_violation THEN
  NULL; -- roles belong to the whole server: another database of ours has made it
END $$;

GRANT USAGE ON SCHEMA sonae TO sonae_app;

-- Set by every transaction of ours (database/transaction.ts); without them no row is visible.
CREATE FUNCTION current_org() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  RETURN nullif(current_setting('sonae.org', true), '')::uuid;
CREATE FUNCTION current_person() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  RETURN nullif(current_setting('sonae.person', true), '')::uuid;
CREATE FUNCTION is_insider() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
  RETURN coalesce(current_setting('sonae.outside', true), '') <> 'on';

CREATE TABLE organisation (
  org_id     uuid PRIMARY KEY,
  name       text NOT NULL,
  time_zone  text NOT NULL,
  demo       boolean NOT NULL DEFAULT false,
  created_at timestamptz NOT NULL
);

CREATE TABLE unit (
  org_id    uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  id        uuid NOT NULL,
  parent_id uuid,
  name      text NOT NULL,
  PRIMARY KEY (org_id, id),
  FOREIGN KEY (org_id, parent_id) REFERENCES unit (org_id, id)
);

-- Personal data stays here and is referred to by id, so that it can be erased without breaking the ledger.
CREATE TABLE person (
  org_id      uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  id          uuid NOT NULL,
  user_id     text,
  name        text NOT NULL,
  email       text NOT NULL,
  language    text NOT NULL CHECK (language IN ('ja', 'en')),
  roles       text[] NOT NULL,
  unit_id     uuid,
  break_glass boolean NOT NULL DEFAULT false,
  removed_at  timestamptz,
  PRIMARY KEY (org_id, id),
  FOREIGN KEY (org_id, unit_id) REFERENCES unit (org_id, id)
);
CREATE UNIQUE INDEX person_email ON person (org_id, lower(email)) WHERE removed_at IS NULL;
CREATE INDEX person_user ON person (user_id) WHERE user_id IS NOT NULL;

-- What an outside party was given to see.
CREATE TABLE share (
  org_id     uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  thing_kind text NOT NULL CHECK (thing_kind IN ('incident')),
  thing_id   uuid NOT NULL,
  person_id  uuid NOT NULL,
  PRIMARY KEY (org_id, thing_kind, thing_id, person_id),
  FOREIGN KEY (org_id, person_id) REFERENCES person (org_id, id)
);
CREATE FUNCTION is_shared(kind text, thing uuid) RETURNS boolean LANGUAGE sql STABLE
  RETURN EXISTS (SELECT 1 FROM share s
    WHERE s.org_id = current_org() AND s.thing_kind = kind AND s.thing_id = thing AND s.person_id = current_person());

-- The ledger. Append-only: the application may read it and call append_ledger, nothing else.
-- body is json, not jsonb, because the hash covers its exact text.
CREATE TABLE ledger (
  org_id      uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  seq         bigint NOT NULL,
  chain       text NOT NULL,
  link        bigint NOT NULL,
  kind        text NOT NULL,
  incident_id uuid,
  at          timestamptz NOT NULL,
  precision   text NOT NULL,
  recorded_at timestamptz NOT NULL,
  actor_kind  text NOT NULL,
  actor_id    text NOT NULL,
  corrects    bigint,
  body        json NOT NULL,
  hash        bytea NOT NULL,
  PRIMARY KEY (org_id, seq),
  UNIQUE (org_id, chain, link)
);
CREATE INDEX ledger_incident ON ledger (org_id, incident_id, seq) WHERE incident_id IS NOT NULL;

-- One row per organisation: the lock that makes seq gapless and readable by cursor in commit order.
CREATE TABLE ledger_head (
  org_id uuid PRIMARY KEY REFERENCES organisation ON DELETE CASCADE,
  seq    bigint NOT NULL
);
-- Length and last hash of each chain: a line missing from the end is noticed too.
CREATE TABLE ledger_chain (
  org_id uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  chain  text NOT NULL,
  length bigint NOT NULL,
  hash   bytea NOT NULL,
  PRIMARY KEY (org_id, chain)
);

-- What one line's hash covers; areas/ledger/rules.ts computes the same text.
CREATE FUNCTION ledger_text(l ledger) RETURNS text LANGUAGE sql IMMUTABLE
  RETURN concat_ws(E'\n', l.org_id, l.seq, l.chain, l.link, l.kind, coalesce(l.incident_id::text, '-'),
    (extract(epoch FROM l.at) * 1000000)::bigint, l.precision, (extract(epoch FROM l.recorded_at) * 1000000)::bigint,
    l.actor_kind, l.actor_id, coalesce(l.corrects::text, '-'), l.body::text);

CREATE FUNCTION keep_chain(head ledger_chain) RETURNS void LANGUAGE sql SET search_path = sonae, pg_temp AS $$
  INSERT INTO ledger_chain VALUES (head.*)
    ON CONFLICT (org_id, chain) DO UPDATE SET length = excluded.length, hash = excluded.hash;
$$;

-- Appends lines in the caller's transaction and returns the first number given. Hashing runs under the head's
-- lock, which is held until commit: nothing else is to be locked after this call.
CREATE FUNCTION append_ledger(lines json) RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = sonae, pg_temp AS $$
DECLARE
  org uuid := current_org();
  line record;
  next bigint;
  first_seq bigint;
  head ledger_chain;
  fresh ledger;
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
    INSERT INTO ledger VALUES (fresh.*);
    head.length := fresh.link;
    head.hash := fresh.hash;
    next := next + 1;
  END LOOP;
  PERFORM keep_chain(head);
  RETURN first_seq;
END $$;

-- Timers stand apart: the worker claims them across organisations, so they carry no row-level security
-- and hold nothing but ids. A timer is acted on and deleted in one transaction.
CREATE TABLE timer (
  id       uuid PRIMARY KEY,
  org_id   uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  kind     text NOT NULL,
  key      text NOT NULL,
  due_at   timestamptz NOT NULL,
  body     json NOT NULL,
  attempts integer NOT NULL DEFAULT 0,
  fault    text,
  UNIQUE (org_id, kind, key)
) WITH (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.02);
CREATE INDEX timer_due ON timer (due_at);
GRANT SELECT, INSERT, UPDATE, DELETE ON timer TO sonae_app;

ALTER TABLE organisation ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON organisation USING (org_id = current_org());
ALTER TABLE unit ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON unit USING (org_id = current_org() AND is_insider());
ALTER TABLE person ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON person USING (org_id = current_org() AND (is_insider() OR id = current_person()));
ALTER TABLE share ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON share USING (org_id = current_org() AND (is_insider() OR person_id = current_person()))
  WITH CHECK (org_id = current_org() AND is_insider());
ALTER TABLE ledger ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON ledger FOR SELECT
  USING (org_id = current_org() AND (is_insider() OR (incident_id IS NOT NULL AND is_shared('incident', incident_id))));
ALTER TABLE ledger_head ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON ledger_head FOR SELECT USING (org_id = current_org());
ALTER TABLE ledger_chain ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON ledger_chain FOR SELECT USING (org_id = current_org() AND is_insider());

GRANT SELECT ON organisation, ledger, ledger_head, ledger_chain TO sonae_app;
GRANT UPDATE (name, time_zone) ON organisation TO sonae_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON unit, person, share TO sonae_app;

-- Doors through the wall between organisations. Each answers one question and takes a secret or an id for it.
CREATE FUNCTION found_organisation(id uuid, name text, time_zone text, demo boolean, at timestamptz) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = sonae, pg_temp AS $$
BEGIN
  INSERT INTO organisation VALUES (id, name, time_zone, demo, at);
  INSERT INTO ledger_head VALUES (id, 0);
END $$;

-- Only a demonstration may vanish with its ledger.
CREATE FUNCTION remove_demo_organisation() RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = sonae, pg_temp AS $$
BEGIN
  DELETE FROM organisation o WHERE o.org_id = current_org() AND o.demo;
  IF NOT FOUND THEN RAISE EXCEPTION 'not a demonstration organisation'; END IF;
END $$;

CREATE FUNCTION memberships_of(sign_in_user text)
  RETURNS TABLE (org_id uuid, org_name text, demo boolean, person_id uuid, name text, roles text[], language text, break_glass boolean)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = sonae, pg_temp AS $$
    SELECT p.org_id, o.name, o.demo, p.id, p.name, p.roles, p.language, p.break_glass
    FROM person p JOIN organisation o USING (org_id)
    WHERE p.user_id = sign_in_user AND p.removed_at IS NULL ORDER BY o.demo, o.created_at;
  $$;

CREATE FUNCTION organisation_ids() RETURNS SETOF uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = sonae, pg_temp AS $$
    SELECT org_id FROM organisation ORDER BY created_at;
  $$;
