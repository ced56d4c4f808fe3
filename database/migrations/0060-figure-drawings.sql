-- Figures of cases as they were laid out: the same data gives the same picture, so that it is worked out once and then
-- shown at once, in the console and on paper. Nothing here is a record: what is missing is drawn anew.
CREATE TABLE figure_drawing (
  org_id   uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  -- Hash of the engine's edition, the language and the figure's data.
  key      text NOT NULL,
  sheets   jsonb NOT NULL,
  drawn_at timestamptz NOT NULL,
  PRIMARY KEY (org_id, key)
);
CREATE INDEX figure_drawing_age ON figure_drawing (org_id, drawn_at);
ALTER TABLE figure_drawing ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON figure_drawing USING (org_id = (SELECT current_org()) AND (SELECT is_insider()));
GRANT SELECT, INSERT, DELETE ON figure_drawing TO sonae_app;
