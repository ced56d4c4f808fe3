-- Ways of looking at a list that somebody gave a name: theirs alone, on whatever device they sign in.
CREATE TABLE list_view (
  org_id    uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  person_id uuid NOT NULL,
  list      text NOT NULL,
  name      text NOT NULL,
  search    text NOT NULL,
  look      jsonb NOT NULL,
  kept_at   timestamptz NOT NULL,
  PRIMARY KEY (org_id, person_id, list, name),
  FOREIGN KEY (org_id, person_id) REFERENCES person (org_id, id) ON DELETE CASCADE
);
ALTER TABLE list_view ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON list_view USING (org_id = (SELECT current_org()) AND person_id = (SELECT current_person()));
GRANT SELECT, INSERT, UPDATE, DELETE ON list_view TO sonae_app;
