-- Information reports as a surveying body receives them (Y01). A version is written once; a receipt number has no gaps and
-- never changes.
CREATE TABLE survey_receipts (
  org_id uuid PRIMARY KEY REFERENCES organisation ON DELETE CASCADE,
  last   integer NOT NULL
);

CREATE TABLE survey_report (
  org_id           uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  id               uuid NOT NULL,
  number           integer,
  state            text NOT NULL CHECK (state IN ('draft', 'received', 'withdrawn')),
  door             text NOT NULL,
  operator_id      uuid,
  operator_name    text NOT NULL,
  title            text NOT NULL,
  sector           text,
  event_type       text,
  causes           text[] NOT NULL,
  reached          text[] NOT NULL,
  occurred_at      timestamptz,
  noticed_at       timestamptz,
  restored_at      timestamptz,
  version          integer NOT NULL,
  stage            text CHECK (stage IN ('first', 'followUp', 'final')),
  verdict          text NOT NULL CHECK (verdict IN ('inReview', 'passed', 'toRevise', 'notOurs')),
  submitted_at     timestamptz,
  latest_at        timestamptz NOT NULL,
  event_id         uuid,
  place            text NOT NULL CHECK (place IN ('primary', 'supplement')),
  survey_contact   boolean,
  draft            json,
  draft_seen       integer NOT NULL,
  withdrawn_reason text NOT NULL,
  folded           text NOT NULL,
  PRIMARY KEY (org_id, id),
  FOREIGN KEY (org_id, operator_id) REFERENCES survey_operator (org_id, id),
  UNIQUE (org_id, number),
  CHECK ((state = 'draft') = (number IS NULL)),
  CHECK ((number IS NULL) = (submitted_at IS NULL) AND (number IS NULL) = (event_id IS NULL) AND (number IS NULL) = (stage IS NULL))
);
CREATE INDEX survey_report_newest ON survey_report (org_id, latest_at DESC, id DESC);
CREATE INDEX survey_report_submitted ON survey_report (org_id, submitted_at) WHERE submitted_at IS NOT NULL;
CREATE INDEX survey_report_event ON survey_report (org_id, event_id) WHERE event_id IS NOT NULL;
CREATE UNIQUE INDEX survey_report_primary ON survey_report (org_id, event_id) WHERE place = 'primary' AND event_id IS NOT NULL;
CREATE INDEX survey_report_operator ON survey_report (org_id, operator_id) WHERE operator_id IS NOT NULL;

CREATE FUNCTION keep_receipt() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.number IS NOT NULL AND (NEW.number IS DISTINCT FROM OLD.number OR NEW.submitted_at IS DISTINCT FROM OLD.submitted_at) THEN
    RAISE EXCEPTION 'a receipt never changes' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_receipt BEFORE UPDATE ON survey_report FOR EACH ROW EXECUTE FUNCTION keep_receipt();

CREATE TABLE survey_report_version (
  org_id       uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  report_id    uuid NOT NULL,
  version      integer NOT NULL,
  stage        text NOT NULL CHECK (stage IN ('first', 'followUp', 'final')),
  door         text NOT NULL,
  sender       text NOT NULL,
  content      json NOT NULL,
  differences  json NOT NULL,
  sha256       text NOT NULL,
  submitted_at timestamptz NOT NULL,
  received_at  timestamptz NOT NULL,
  PRIMARY KEY (org_id, report_id, version),
  FOREIGN KEY (org_id, report_id) REFERENCES survey_report (org_id, id) ON DELETE CASCADE
);

-- Every verdict with its time, so that what had passed at a cut-off can be counted later.
CREATE TABLE survey_verdict (
  org_id    uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  id        uuid NOT NULL,
  report_id uuid NOT NULL,
  version   integer NOT NULL,
  verdict   text NOT NULL CHECK (verdict IN ('inReview', 'passed', 'toRevise', 'notOurs')),
  reason    text NOT NULL,
  at        timestamptz NOT NULL,
  by        text NOT NULL,
  PRIMARY KEY (org_id, id),
  FOREIGN KEY (org_id, report_id) REFERENCES survey_report (org_id, id) ON DELETE CASCADE
);
CREATE INDEX survey_verdict_of ON survey_verdict (org_id, report_id, at);

-- Who read which version, as text: it outlives the person and the report, so nothing refers to either.
CREATE TABLE survey_reading (
  org_id       uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  id           uuid NOT NULL,
  report_id    uuid NOT NULL,
  version      integer NOT NULL,
  what         text NOT NULL CHECK (what IN ('read', 'download')),
  at           timestamptz NOT NULL,
  by           text NOT NULL,
  name         text NOT NULL,
  role         text NOT NULL,
  organisation text NOT NULL,
  PRIMARY KEY (org_id, id)
);
CREATE INDEX survey_reading_of ON survey_reading (org_id, report_id, at DESC);

-- What a typed report was typed from.
CREATE TABLE survey_source (
  org_id    uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  id        uuid NOT NULL,
  report_id uuid NOT NULL,
  name      text NOT NULL,
  type      text NOT NULL,
  size      integer NOT NULL,
  sha256    text NOT NULL,
  content   bytea NOT NULL,
  added_by  text NOT NULL,
  added_at  timestamptz NOT NULL,
  PRIMARY KEY (org_id, id),
  FOREIGN KEY (org_id, report_id) REFERENCES survey_report (org_id, id) ON DELETE CASCADE
);
ALTER TABLE survey_source ALTER COLUMN content SET STORAGE EXTERNAL;
CREATE INDEX survey_source_of ON survey_source (org_id, report_id);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['survey_receipts', 'survey_report', 'survey_report_version', 'survey_verdict', 'survey_reading', 'survey_source'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY own ON %I USING (org_id = (SELECT current_org()) AND (SELECT is_insider()))', t);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO sonae_app', t);
  END LOOP;
END $$;
GRANT UPDATE ON survey_receipts, survey_report TO sonae_app;
