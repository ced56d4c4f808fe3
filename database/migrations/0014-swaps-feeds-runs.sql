-- Somebody asks somebody to take their turn; it moves when they agree.
CREATE TABLE duty_swap (
  org_id      uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  id          uuid NOT NULL,
  roster      text NOT NULL,
  layer       integer NOT NULL,
  -- Local times of the roster's zone, as overrides have them.
  from_time   text NOT NULL,
  until_time  text NOT NULL,
  giver_id    uuid NOT NULL,
  taker_id    uuid NOT NULL,
  note        text NOT NULL,
  state       text NOT NULL CHECK (state IN ('asked', 'agreed', 'declined', 'withdrawn')),
  asked_at    timestamptz NOT NULL,
  answered_at timestamptz,
  PRIMARY KEY (org_id, id)
);
CREATE INDEX duty_swap_open ON duty_swap (org_id, state, asked_at);

-- An address by which a calendar program reads turns; what is kept of it is the hash of its secret.
CREATE TABLE calendar_feed (
  org_id     uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  id         uuid NOT NULL,
  person_id  uuid NOT NULL,
  -- Key of a roster; empty for the person's own turns in all of them.
  roster     text NOT NULL,
  token_hash bytea NOT NULL UNIQUE,
  made_at    timestamptz NOT NULL,
  PRIMARY KEY (org_id, id)
);
CREATE FUNCTION feed_of_token(hash bytea) RETURNS TABLE (org_id uuid, id uuid)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = sonae, pg_temp AS $$
    SELECT f.org_id, f.id FROM calendar_feed f WHERE f.token_hash = hash;
  $$;

-- One going-through of a call tree by hand: who was reached, when, by whom, and which deputy.
CREATE TABLE call_run (
  org_id   uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  id       uuid NOT NULL,
  cause    text NOT NULL,
  band     text NOT NULL,
  tree     text,
  drill    boolean NOT NULL,
  begun_at timestamptz NOT NULL,
  begun_by text NOT NULL,
  ended_at timestamptz,
  PRIMARY KEY (org_id, id)
);
CREATE TABLE call_run_call (
  org_id    uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  run_id    uuid NOT NULL,
  position  integer NOT NULL,
  person_id uuid NOT NULL,
  -- Stands in for the person at this position before; null for the person themselves.
  deputy_of uuid,
  outcome   text CHECK (outcome IN ('reached', 'noAnswer', 'voicemail', 'notNeeded')),
  at        timestamptz,
  by_person text,
  PRIMARY KEY (org_id, run_id, position),
  FOREIGN KEY (org_id, run_id) REFERENCES call_run (org_id, id)
);
ALTER TABLE duty_swap ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON duty_swap USING (org_id = (SELECT current_org()) AND (SELECT is_insider()));
ALTER TABLE calendar_feed ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON calendar_feed USING (org_id = (SELECT current_org()) AND (SELECT is_insider()));
ALTER TABLE call_run ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON call_run USING (org_id = (SELECT current_org()) AND (SELECT is_insider()));
ALTER TABLE call_run_call ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON call_run_call USING (org_id = (SELECT current_org()) AND (SELECT is_insider()));
GRANT SELECT, INSERT, UPDATE ON duty_swap, call_run, call_run_call TO sonae_app;
GRANT SELECT, INSERT, DELETE ON calendar_feed TO sonae_app;
