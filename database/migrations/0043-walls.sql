-- Where an account was signed in to before (an address or a browser), as hashes: such a place keeps tries of its own while
-- others guess. Of the sign-in library's schema, which stands apart.
CREATE TABLE auth.known_place (
  account text NOT NULL,
  place   text NOT NULL,
  seen_at timestamptz NOT NULL,
  PRIMARY KEY (account, place)
);
-- Codes of authenticator apps that were used: each is good once.
CREATE TABLE auth.spent_code (
  account uuid NOT NULL REFERENCES auth."user" (id) ON DELETE CASCADE,
  code    text NOT NULL,
  until   timestamptz NOT NULL,
  PRIMARY KEY (account, code)
);
GRANT SELECT, INSERT, UPDATE, DELETE ON auth.known_place, auth.spent_code TO sonae_app;
-- A count that began long ago says nothing of today.
ALTER TABLE auth.sign_in_lockout ADD COLUMN counted_at timestamptz;

-- What was written of an incident is open to whoever may see the incident: every version of its case, its lessons, its plan
-- and its signals.
CREATE FUNCTION hidden_cases() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = sonae, pg_temp AS $$
  SELECT c.id FROM learn_case c WHERE c.org_id = current_org() AND c.incident_id IN (SELECT hidden_incidents());
$$;
GRANT EXECUTE ON FUNCTION hidden_cases TO sonae_app;
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['learn_case_version', 'learn_lesson'] LOOP
    EXECUTE format('DROP POLICY own ON %I', t);
    EXECUTE format('CREATE POLICY own ON %I USING (org_id = (SELECT current_org()) AND (SELECT is_insider()) AND case_id NOT IN (SELECT hidden_cases()))', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['incident_plan', 'incident_signal'] LOOP
    EXECUTE format('DROP POLICY own ON %I', t);
    EXECUTE format('CREATE POLICY own ON %I USING (org_id = (SELECT current_org()) AND (SELECT is_insider()) AND incident_id NOT IN (SELECT hidden_incidents()))', t);
  END LOOP;
END $$;

-- As before (0007), and held to what the asker may see: a page that counts more tells of it.
CREATE OR REPLACE FUNCTION search_cases(words text[], patterns text[], in_state text, in_group text, of_theme text, of_kinds text[],
    of_need text, before_at timestamptz, before_id uuid, most integer)
  RETURNS TABLE (id uuid) LANGUAGE plpgsql STABLE SECURITY DEFINER
  -- The planner believes that a LIKE finds one row, and would rather sort all than walk the list from its newest end.
  SET search_path = sonae, pg_temp SET enable_seqscan = off SET enable_sort = off AS $$
DECLARE
  org uuid := current_org();
  few uuid[];
  hidden uuid[] := ARRAY(SELECT hidden_incidents());
BEGIN
  IF org IS NULL OR NOT is_insider() THEN RETURN; END IF;
  IF cardinality(words) > 0 THEN
    few := ARRAY(SELECT c.id FROM learn_case c WHERE c.org_id = org AND (c.incident_id IS NULL OR c.incident_id <> ALL (hidden)) AND grams_of(c.folded) @>
      (SELECT array_agg(DISTINCT g) FROM unnest(words) AS w, unnest(grams_of(w)) AS g));
  END IF;
  IF cardinality(few) <= 1000 THEN
    -- In order first, so that texts are read only until there are enough.
    RETURN QUERY SELECT found.id FROM (
        SELECT c.id, c.folded FROM unnest(few) AS f(id) JOIN learn_case c ON c.org_id = org AND c.id = f.id
        WHERE (c.incident_id IS NULL OR c.incident_id <> ALL (hidden)) AND (in_state IS NULL OR c.state = in_state) AND (in_group IS NULL OR c.cause_group = in_group)
          AND (of_theme IS NULL OR c.themes @> ARRAY[of_theme]) AND c.kinds @> of_kinds
          AND (of_need IS NULL OR c.needs @> ARRAY[of_need])
          AND (before_at IS NULL OR (c.changed_at, c.id) < (before_at, before_id))
        ORDER BY c.changed_at DESC, c.id DESC OFFSET 0) AS found
      WHERE found.folded LIKE ALL (patterns) LIMIT most;
  ELSE
    RETURN QUERY SELECT found.id FROM (
        SELECT c.id, c.folded FROM learn_case c
        WHERE c.org_id = org AND (c.incident_id IS NULL OR c.incident_id <> ALL (hidden)) AND (in_state IS NULL OR c.state = in_state) AND (in_group IS NULL OR c.cause_group = in_group)
          AND (of_theme IS NULL OR c.themes @> ARRAY[of_theme]) AND c.kinds @> of_kinds
          AND (of_need IS NULL OR c.needs @> ARRAY[of_need])
          AND (before_at IS NULL OR (c.changed_at, c.id) < (before_at, before_id))
          AND (few IS NULL OR c.id IN (SELECT unnest(few)))
        ORDER BY c.changed_at DESC, c.id DESC OFFSET 0) AS found
      WHERE found.folded LIKE ALL (patterns) LIMIT most;
  END IF;
END $$;

-- From which network an address was given, as a keyed hash: one visitor has a share of what an hour takes, not all of it.
ALTER TABLE status_subscriber ADD COLUMN asked_from text NOT NULL DEFAULT '';
