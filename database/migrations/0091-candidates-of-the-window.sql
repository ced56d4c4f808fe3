-- What was counted when candidates of a survey were listed last. Only events of its window are listed from now on: of those
-- outside it is said how many there are.
CREATE TABLE survey_listing (
  org_id     uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  cycle_id   uuid NOT NULL,
  eligible   integer NOT NULL,
  before     integer NOT NULL,
  after      integer NOT NULL,
  not_passed integer NOT NULL,
  withdrawn  integer NOT NULL,
  listed_at  timestamptz NOT NULL,
  PRIMARY KEY (org_id, cycle_id),
  FOREIGN KEY (org_id, cycle_id) REFERENCES survey_cycle (org_id, id) ON DELETE CASCADE
);
ALTER TABLE survey_listing ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON survey_listing USING (org_id = (SELECT current_org()) AND (SELECT is_insider()) AND (SELECT of_survey()));
GRANT SELECT, INSERT, UPDATE ON survey_listing TO sonae_app;

INSERT INTO survey_listing SELECT c.org_id, c.cycle_id, count(*) FILTER (WHERE c.out_reason IS NULL), count(*) FILTER (WHERE c.out_reason = 'before'),
    count(*) FILTER (WHERE c.out_reason = 'after'), count(*) FILTER (WHERE c.out_reason = 'notPassed'), count(*) FILTER (WHERE c.out_reason = 'withdrawn'), max(y.changed_at)
  FROM survey_candidate c JOIN survey_cycle y ON y.org_id = c.org_id AND y.id = c.cycle_id GROUP BY c.org_id, c.cycle_id;
-- Nobody rated them.
DELETE FROM survey_candidate WHERE out_reason IN ('before', 'after');
