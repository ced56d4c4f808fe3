-- Commanding an incident: what it is linked with, who holds which role, what is to be done by when, the headquarters,
-- what was decided, changed, presumed, reported and said.

-- Waves, recurrences, precursors and the same event at another organisation. no_impact: it came again and hurt nobody,
-- which is the proof that a measure worked.
CREATE TABLE incident_link (
  org_id      uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  incident_id uuid NOT NULL,
  other_id    uuid NOT NULL,
  how         text NOT NULL,
  note        text NOT NULL,
  no_impact   boolean NOT NULL,
  linked_at   timestamptz NOT NULL,
  PRIMARY KEY (org_id, incident_id, other_id),
  FOREIGN KEY (org_id, incident_id) REFERENCES incident (org_id, id),
  FOREIGN KEY (org_id, other_id) REFERENCES incident (org_id, id)
);
CREATE INDEX incident_link_back ON incident_link (org_id, other_id);

-- What is affected: a system of the register, and what is known of it now.
CREATE TABLE incident_asset (
  org_id      uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  incident_id uuid NOT NULL,
  asset_key   text NOT NULL,
  state       text NOT NULL,
  changed_at  timestamptz NOT NULL,
  PRIMARY KEY (org_id, incident_id, asset_key),
  FOREIGN KEY (org_id, incident_id) REFERENCES incident (org_id, id)
);

-- Who holds a role in an incident. A hand-over waits in next_person until that person takes it.
CREATE TABLE incident_role (
  org_id         uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  incident_id    uuid NOT NULL,
  role           text NOT NULL,
  name           text NOT NULL,
  person_id      uuid NOT NULL,
  since          timestamptz NOT NULL,
  next_person_id uuid,
  hand_over      text NOT NULL DEFAULT '',
  attended_at    timestamptz,
  PRIMARY KEY (org_id, incident_id, role),
  FOREIGN KEY (org_id, incident_id) REFERENCES incident (org_id, id)
);

CREATE TABLE incident_task (
  org_id       uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  id           uuid NOT NULL,
  incident_id  uuid NOT NULL,
  number       integer NOT NULL,
  kind         text NOT NULL,
  title        text NOT NULL,
  role         text,
  person_id    uuid,
  -- Key of a party that was asked; it answers by a link.
  party        text,
  state        text NOT NULL CHECK (state IN ('open', 'done', 'cancelled')),
  due_at       timestamptz,
  on_timeout   text NOT NULL,
  -- Position in the plan, where it is one of its steps.
  step         integer,
  -- The incident cannot be closed while it is open.
  required     boolean NOT NULL,
  timed_out_at timestamptz,
  created_at   timestamptz NOT NULL,
  ended_at     timestamptz,
  ended_by     text,
  note         text NOT NULL,
  PRIMARY KEY (org_id, id),
  UNIQUE (org_id, incident_id, number),
  FOREIGN KEY (org_id, incident_id) REFERENCES incident (org_id, id)
);
CREATE UNIQUE INDEX incident_task_step ON incident_task (org_id, incident_id, step) WHERE step IS NOT NULL;
CREATE INDEX incident_task_person ON incident_task (org_id, person_id) WHERE state = 'open';

CREATE TABLE headquarters (
  org_id         uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  id             uuid NOT NULL,
  incident_id    uuid NOT NULL,
  name           text NOT NULL,
  state          text NOT NULL CHECK (state IN ('proposed', 'standing', 'stoodDown', 'declined')),
  -- What it was proposed on, and at which level of the plan.
  inputs         json NOT NULL,
  level          integer NOT NULL,
  proposed_at    timestamptz NOT NULL,
  -- The clock runs from noticing to being set up.
  noticed_at     timestamptz NOT NULL,
  target_minutes integer NOT NULL,
  set_up_at      timestamptz,
  room           text NOT NULL,
  bridge         text NOT NULL,
  brief_minutes  integer NOT NULL,
  ended_at       timestamptz,
  PRIMARY KEY (org_id, id),
  FOREIGN KEY (org_id, incident_id) REFERENCES incident (org_id, id)
);
CREATE UNIQUE INDEX headquarters_one ON headquarters (org_id, incident_id) WHERE state IN ('proposed', 'standing');

CREATE TABLE brief (
  org_id      uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  id          uuid NOT NULL,
  incident_id uuid NOT NULL,
  number      integer NOT NULL,
  text        text NOT NULL,
  drafted_at  timestamptz NOT NULL,
  sent_at     timestamptz,
  PRIMARY KEY (org_id, id),
  UNIQUE (org_id, incident_id, number),
  FOREIGN KEY (org_id, incident_id) REFERENCES incident (org_id, id)
);
CREATE TABLE brief_reading (
  org_id    uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  brief_id  uuid NOT NULL,
  person_id uuid NOT NULL,
  read_at   timestamptz,
  PRIMARY KEY (org_id, brief_id, person_id),
  FOREIGN KEY (org_id, brief_id) REFERENCES brief (org_id, id)
);

CREATE TABLE emergency_change (
  org_id        uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  id            uuid NOT NULL,
  incident_id   uuid NOT NULL,
  number        integer NOT NULL,
  title         text NOT NULL,
  skipped       text NOT NULL,
  side_effects  text NOT NULL,
  rollback      text NOT NULL,
  expires_at    timestamptz,
  permanent_fix text NOT NULL,
  state         text NOT NULL,
  proposed_by   text NOT NULL,
  approved_by   text,
  outcome       text NOT NULL,
  changed_at    timestamptz NOT NULL,
  PRIMARY KEY (org_id, id),
  UNIQUE (org_id, incident_id, number),
  FOREIGN KEY (org_id, incident_id) REFERENCES incident (org_id, id)
);

CREATE TABLE hypothesis (
  org_id      uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  id          uuid NOT NULL,
  incident_id uuid NOT NULL,
  number      integer NOT NULL,
  text        text NOT NULL,
  why         text NOT NULL,
  test        text NOT NULL,
  -- It asks whether this is an attack; an incident is not closed before one such is answered.
  cyber       boolean NOT NULL,
  state       text NOT NULL CHECK (state IN ('open', 'supported', 'excluded', 'undecided')),
  certainty   text NOT NULL,
  outcome     text NOT NULL,
  limit_at    timestamptz,
  timed_out_at timestamptz,
  changed_at  timestamptz NOT NULL,
  PRIMARY KEY (org_id, id),
  UNIQUE (org_id, incident_id, number),
  FOREIGN KEY (org_id, incident_id) REFERENCES incident (org_id, id)
);

CREATE TABLE external_report (
  org_id       uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  id           uuid NOT NULL,
  incident_id  uuid NOT NULL,
  regime       text NOT NULL,
  recipient    text NOT NULL,
  stage        text NOT NULL,
  -- The fact its clock starts from, and when that was.
  start_fact   text NOT NULL,
  starts_at    timestamptz NOT NULL,
  due_at       timestamptz,
  state        text NOT NULL CHECK (state IN ('due', 'submitted', 'notNeeded')),
  text         text NOT NULL,
  receipt      text NOT NULL,
  reminded_at  timestamptz,
  submitted_at timestamptz,
  PRIMARY KEY (org_id, id),
  UNIQUE (org_id, incident_id, regime, stage),
  FOREIGN KEY (org_id, incident_id) REFERENCES incident (org_id, id)
);

CREATE TABLE statement (
  org_id         uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  id             uuid NOT NULL,
  incident_id    uuid NOT NULL,
  number         integer NOT NULL,
  audience       text NOT NULL,
  kind           text NOT NULL CHECK (kind IN ('start', 'update', 'end')),
  text           text NOT NULL,
  outlet         text NOT NULL,
  state          text NOT NULL CHECK (state IN ('draft', 'sent', 'withdrawn')),
  written_by     text NOT NULL,
  next_update_at timestamptz,
  sent_at        timestamptz,
  sent_by        text,
  PRIMARY KEY (org_id, id),
  UNIQUE (org_id, incident_id, number),
  FOREIGN KEY (org_id, incident_id) REFERENCES incident (org_id, id)
);
-- An approval holds for the exact text that was read.
CREATE TABLE statement_approval (
  org_id       uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  statement_id uuid NOT NULL,
  person_id    uuid NOT NULL,
  text         text NOT NULL,
  approved_at  timestamptz NOT NULL,
  PRIMARY KEY (org_id, statement_id, person_id),
  FOREIGN KEY (org_id, statement_id) REFERENCES statement (org_id, id)
);
CREATE TABLE withheld (
  org_id      uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  id          uuid NOT NULL,
  incident_id uuid NOT NULL,
  audience    text NOT NULL,
  term        text NOT NULL,
  reason      text NOT NULL,
  PRIMARY KEY (org_id, id),
  FOREIGN KEY (org_id, incident_id) REFERENCES incident (org_id, id)
);
CREATE TABLE inquiry (
  org_id      uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  id          uuid NOT NULL,
  incident_id uuid NOT NULL,
  number      integer NOT NULL,
  came_from   text NOT NULL,
  question    text NOT NULL,
  answer      text NOT NULL,
  state       text NOT NULL CHECK (state IN ('open', 'answered')),
  came_at     timestamptz NOT NULL,
  answered_at timestamptz,
  PRIMARY KEY (org_id, id),
  UNIQUE (org_id, incident_id, number),
  FOREIGN KEY (org_id, incident_id) REFERENCES incident (org_id, id)
);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['incident_link', 'incident_asset', 'incident_role', 'incident_task', 'headquarters', 'brief',
    'emergency_change', 'hypothesis', 'external_report', 'statement', 'withheld', 'inquiry'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY own ON %I USING (org_id = (SELECT current_org()) AND (SELECT is_insider()) AND sees_incident(incident_id))', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO sonae_app', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['brief_reading', 'statement_approval'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY own ON %I USING (org_id = (SELECT current_org()) AND (SELECT is_insider()))', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO sonae_app', t);
  END LOOP;
END $$;
