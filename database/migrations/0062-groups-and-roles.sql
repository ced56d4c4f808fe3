-- Which roles the groups of an identity provider stand for, one row an organisation, and which of a person's roles came so:
-- those and no others are taken away again when the provider no longer names the group.
CREATE TABLE sign_on_groups (
  org_id  uuid PRIMARY KEY REFERENCES organisation ON DELETE CASCADE,
  version integer NOT NULL,
  claim   text NOT NULL,
  admits  boolean NOT NULL,
  groups  jsonb NOT NULL
);
ALTER TABLE sign_on_groups ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON sign_on_groups USING (org_id = (SELECT current_org()));
GRANT SELECT, INSERT, UPDATE ON sign_on_groups TO sonae_app;

ALTER TABLE person ADD COLUMN group_roles text[] NOT NULL DEFAULT '{}';
