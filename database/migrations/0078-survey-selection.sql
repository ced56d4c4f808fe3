-- Candidates of a survey, the sheets of those who rate them, and the set that is chosen.
ALTER TABLE survey_cycle ADD COLUMN sector_percent integer NOT NULL DEFAULT 40 CHECK (sector_percent BETWEEN 1 AND 100);

-- Events as they stood when candidates were last listed: what raters saw stays what they rated.
CREATE TABLE survey_candidate (
  org_id         uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  cycle_id       uuid NOT NULL,
  event_id       uuid NOT NULL,
  receipt_number text NOT NULL,
  title          text NOT NULL,
  operator_id    uuid,
  sector         text,
  causes         text[] NOT NULL,
  event_type     text,
  submitted_at   timestamptz NOT NULL,
  out_reason     text CHECK (out_reason IN ('before', 'after', 'notPassed', 'withdrawn')),
  PRIMARY KEY (org_id, cycle_id, event_id),
  FOREIGN KEY (org_id, cycle_id) REFERENCES survey_cycle (org_id, id) ON DELETE CASCADE
);

CREATE TABLE survey_sheet (
  org_id      uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  cycle_id    uuid NOT NULL,
  rater_id    uuid NOT NULL,
  rated       integer NOT NULL DEFAULT 0,
  assigned_at timestamptz NOT NULL,
  locked_at   timestamptz,
  PRIMARY KEY (org_id, cycle_id, rater_id),
  FOREIGN KEY (org_id, cycle_id) REFERENCES survey_cycle (org_id, id) ON DELETE CASCADE,
  FOREIGN KEY (org_id, rater_id) REFERENCES person (org_id, id)
);

CREATE TABLE survey_rating (
  org_id     uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  cycle_id   uuid NOT NULL,
  rater_id   uuid NOT NULL,
  event_id   uuid NOT NULL,
  document   json NOT NULL,
  changed_at timestamptz NOT NULL,
  PRIMARY KEY (org_id, cycle_id, rater_id, event_id),
  FOREIGN KEY (org_id, cycle_id, rater_id) REFERENCES survey_sheet (org_id, cycle_id, rater_id) ON DELETE CASCADE,
  FOREIGN KEY (org_id, cycle_id, event_id) REFERENCES survey_candidate (org_id, cycle_id, event_id)
);

CREATE TABLE survey_pick (
  org_id    uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  cycle_id  uuid NOT NULL,
  event_id  uuid NOT NULL,
  reason    text NOT NULL,
  picked_by text NOT NULL,
  picked_at timestamptz NOT NULL,
  PRIMARY KEY (org_id, cycle_id, event_id),
  FOREIGN KEY (org_id, cycle_id, event_id) REFERENCES survey_candidate (org_id, cycle_id, event_id)
);

-- How often the picks of a cycle were kept, so that nobody's work is overwritten unseen.
CREATE TABLE survey_selection (
  org_id   uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  cycle_id uuid NOT NULL,
  kept     integer NOT NULL,
  PRIMARY KEY (org_id, cycle_id),
  FOREIGN KEY (org_id, cycle_id) REFERENCES survey_cycle (org_id, id) ON DELETE CASCADE
);

-- A signed selection is never changed: another one follows it.
CREATE TABLE survey_selection_record (
  org_id     uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  cycle_id   uuid NOT NULL,
  number     integer NOT NULL CHECK (number > 0),
  text       text NOT NULL,
  hash       text NOT NULL,
  public_key bytea NOT NULL,
  signature  bytea NOT NULL,
  signed_at  timestamptz NOT NULL,
  signed_by  text NOT NULL,
  PRIMARY KEY (org_id, cycle_id, number),
  FOREIGN KEY (org_id, cycle_id) REFERENCES survey_cycle (org_id, id) ON DELETE CASCADE
);

-- Cycles in which whoever asks has a sheet of their own that is still open: they see nothing of anybody else's.
CREATE FUNCTION blind_cycles() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = sonae, pg_temp AS $$
  SELECT s.cycle_id FROM survey_sheet s
  WHERE s.org_id = current_org() AND s.rater_id = current_person() AND s.locked_at IS NULL;
$$;
-- Sheets of others that whoever asks may see: locked ones, for raters who are done themselves, and for everybody once all are.
CREATE FUNCTION shown_sheets() RETURNS TABLE (cycle_id uuid, rater_id uuid) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = sonae, pg_temp AS $$
  SELECT s.cycle_id, s.rater_id FROM survey_sheet s
  WHERE s.org_id = current_org() AND s.locked_at IS NOT NULL AND s.cycle_id IN (
    SELECT o.cycle_id FROM survey_sheet o WHERE o.org_id = current_org()
    GROUP BY o.cycle_id
    HAVING bool_and(o.locked_at IS NOT NULL) OR bool_or(o.rater_id = current_person() AND o.locked_at IS NOT NULL));
$$;
REVOKE EXECUTE ON FUNCTION blind_cycles, shown_sheets FROM PUBLIC;
GRANT EXECUTE ON FUNCTION blind_cycles, shown_sheets TO sonae_app;

ALTER TABLE survey_candidate ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON survey_candidate USING (org_id = (SELECT current_org()) AND (SELECT is_insider()));
GRANT SELECT, INSERT, DELETE ON survey_candidate TO sonae_app;

ALTER TABLE survey_sheet ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON survey_sheet FOR SELECT
  USING (org_id = (SELECT current_org()) AND (SELECT is_insider())
    AND (rater_id = (SELECT current_person()) OR cycle_id NOT IN (SELECT blind_cycles())));
CREATE POLICY assigned ON survey_sheet FOR INSERT
  WITH CHECK (org_id = (SELECT current_org()) AND (SELECT is_insider()) AND locked_at IS NULL AND rated = 0);
CREATE POLICY removed ON survey_sheet FOR DELETE
  USING (org_id = (SELECT current_org()) AND (SELECT is_insider()) AND locked_at IS NULL AND rated = 0);
-- Nobody opens their own sheet again.
CREATE POLICY changed ON survey_sheet FOR UPDATE
  USING (org_id = (SELECT current_org()) AND (SELECT is_insider())
    AND CASE WHEN rater_id = (SELECT current_person()) THEN locked_at IS NULL ELSE cycle_id NOT IN (SELECT blind_cycles()) END)
  WITH CHECK (org_id = (SELECT current_org()) AND (SELECT is_insider()));
GRANT SELECT, INSERT, DELETE ON survey_sheet TO sonae_app;
GRANT UPDATE (rated, locked_at) ON survey_sheet TO sonae_app;

ALTER TABLE survey_rating ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON survey_rating FOR SELECT
  USING (org_id = (SELECT current_org()) AND (SELECT is_insider())
    AND (rater_id = (SELECT current_person())
      OR (cycle_id, rater_id) IN (SELECT s.cycle_id, s.rater_id FROM shown_sheets() AS s)));
-- Only one's own, and nothing once it is locked.
CREATE POLICY given ON survey_rating FOR INSERT
  WITH CHECK (org_id = (SELECT current_org()) AND (SELECT is_insider())
    AND rater_id = (SELECT current_person()) AND cycle_id IN (SELECT blind_cycles()));
CREATE POLICY changed ON survey_rating FOR UPDATE
  USING (org_id = (SELECT current_org()) AND (SELECT is_insider())
    AND rater_id = (SELECT current_person()) AND cycle_id IN (SELECT blind_cycles()));
GRANT SELECT, INSERT, UPDATE ON survey_rating TO sonae_app;

-- What is picked tells of ratings: nobody sees it who may not see those.
ALTER TABLE survey_pick ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON survey_pick USING (org_id = (SELECT current_org()) AND (SELECT is_insider())
  AND cycle_id NOT IN (SELECT blind_cycles()));
GRANT SELECT, INSERT, DELETE ON survey_pick TO sonae_app;

ALTER TABLE survey_selection ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON survey_selection USING (org_id = (SELECT current_org()) AND (SELECT is_insider())
  AND cycle_id NOT IN (SELECT blind_cycles()));
GRANT SELECT, INSERT, UPDATE ON survey_selection TO sonae_app;

ALTER TABLE survey_selection_record ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON survey_selection_record USING (org_id = (SELECT current_org()) AND (SELECT is_insider())
  AND cycle_id NOT IN (SELECT blind_cycles()));
GRANT SELECT, INSERT ON survey_selection_record TO sonae_app;
