-- Hearings of an event with its operator (C0-M3): who met when and where, what was said line by line, what was handed over,
-- and what the operator found wrong in the minutes.
CREATE TABLE survey_hearing (
  org_id            uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  id                uuid NOT NULL,
  event_id          uuid NOT NULL,
  version           integer NOT NULL,
  state             text NOT NULL CHECK (state IN ('planned', 'open', 'completed', 'cancelled')),
  starts_at         timestamptz NOT NULL,
  ends_at           timestamptz NOT NULL,
  zone              text NOT NULL,
  mode              text NOT NULL CHECK (mode IN ('visit', 'office', 'online')),
  place             text NOT NULL,
  attendees         json NOT NULL,
  note              text NOT NULL,
  cancelled_reason  text NOT NULL,
  cooperation       json,
  -- Grows with every change of the minutes: whoever confirms says what they read.
  edition           integer NOT NULL,
  sent_at           timestamptz,
  confirmed_at      timestamptz,
  confirmed_by      text NOT NULL,
  confirmed_sha256  text NOT NULL,
  planned_by        text NOT NULL,
  changed_at        timestamptz NOT NULL,
  PRIMARY KEY (org_id, id),
  CHECK (starts_at < ends_at)
);
CREATE INDEX survey_hearing_event ON survey_hearing (org_id, event_id);
CREATE INDEX survey_hearing_when ON survey_hearing (org_id, starts_at DESC, id DESC);

CREATE TABLE survey_hearing_question (
  org_id     uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  id         uuid NOT NULL,
  event_id   uuid NOT NULL,
  section    text NOT NULL,
  text       text NOT NULL,
  added_by   text NOT NULL,
  added_at   timestamptz NOT NULL,
  PRIMARY KEY (org_id, id)
);
CREATE INDEX survey_hearing_question_of ON survey_hearing_question (org_id, event_id, id);

CREATE TABLE survey_hearing_material (
  org_id      uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  id          uuid NOT NULL,
  hearing_id  uuid NOT NULL,
  number      integer NOT NULL,
  name        text NOT NULL,
  type        text NOT NULL,
  size        integer NOT NULL,
  sha256      text NOT NULL,
  content     bytea NOT NULL,
  added_by    text NOT NULL,
  added_at    timestamptz NOT NULL,
  PRIMARY KEY (org_id, id),
  UNIQUE (org_id, hearing_id, number),
  FOREIGN KEY (org_id, hearing_id) REFERENCES survey_hearing (org_id, id) ON DELETE CASCADE
);
ALTER TABLE survey_hearing_material ALTER COLUMN content SET STORAGE EXTERNAL;

-- Who had it from whom; a row is never changed.
CREATE TABLE survey_hearing_custody (
  org_id       uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  id           uuid NOT NULL,
  material_id  uuid NOT NULL,
  at           timestamptz NOT NULL,
  handed_by    text NOT NULL,
  taken_by     text NOT NULL,
  note         text NOT NULL,
  recorded_by  text NOT NULL,
  recorded_at  timestamptz NOT NULL,
  PRIMARY KEY (org_id, id),
  FOREIGN KEY (org_id, material_id) REFERENCES survey_hearing_material (org_id, id) ON DELETE CASCADE
);
CREATE INDEX survey_hearing_custody_of ON survey_hearing_custody (org_id, material_id, at);

CREATE TABLE survey_hearing_line (
  org_id       uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  id           uuid NOT NULL,
  hearing_id   uuid NOT NULL,
  event_id     uuid NOT NULL,
  client_id    uuid NOT NULL,
  number       integer NOT NULL,
  revision     integer NOT NULL,
  at           timestamptz NOT NULL,
  speaker      text NOT NULL,
  text         text NOT NULL,
  certainty    text NOT NULL,
  question     text,
  material_id  uuid,
  claims       json NOT NULL,
  earlier      json NOT NULL,
  withdrawn    text,
  written_by   text NOT NULL,
  written_at   timestamptz NOT NULL,
  PRIMARY KEY (org_id, id),
  UNIQUE (org_id, hearing_id, client_id),
  UNIQUE (org_id, hearing_id, number),
  FOREIGN KEY (org_id, hearing_id) REFERENCES survey_hearing (org_id, id) ON DELETE CASCADE,
  FOREIGN KEY (org_id, material_id) REFERENCES survey_hearing_material (org_id, id)
);
CREATE INDEX survey_hearing_line_event ON survey_hearing_line (org_id, event_id);

CREATE TABLE survey_hearing_comment (
  org_id       uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  id           uuid NOT NULL,
  hearing_id   uuid NOT NULL,
  kind         text NOT NULL CHECK (kind IN ('correction', 'view')),
  line_id      uuid,
  text         text NOT NULL,
  by           text NOT NULL,
  at           timestamptz NOT NULL,
  answer       text CHECK (answer IN ('accepted', 'refused')),
  reason       text NOT NULL,
  answered_by  text,
  answered_at  timestamptz,
  PRIMARY KEY (org_id, id),
  FOREIGN KEY (org_id, hearing_id) REFERENCES survey_hearing (org_id, id) ON DELETE CASCADE,
  FOREIGN KEY (org_id, line_id) REFERENCES survey_hearing_line (org_id, id),
  -- A view edits nothing, so there is nothing to answer.
  CHECK (kind = 'correction' OR answer IS NULL)
);
CREATE INDEX survey_hearing_comment_of ON survey_hearing_comment (org_id, hearing_id, at);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['survey_hearing', 'survey_hearing_question', 'survey_hearing_material', 'survey_hearing_custody', 'survey_hearing_line', 'survey_hearing_comment'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY own ON %I USING (org_id = (SELECT current_org()) AND (SELECT is_insider()))', t);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO sonae_app', t);
  END LOOP;
END $$;
GRANT UPDATE ON survey_hearing, survey_hearing_line, survey_hearing_comment TO sonae_app;
