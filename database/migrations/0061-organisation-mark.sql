-- The mark of an organisation, shown in the console and on its status page; in the database, so that it is in every backup.
CREATE TABLE organisation_mark (
  org_id  uuid PRIMARY KEY REFERENCES organisation ON DELETE CASCADE,
  type    text NOT NULL CHECK (type IN ('image/png', 'image/jpeg', 'image/webp')),
  size    integer NOT NULL CHECK (size > 0),
  sha256  text NOT NULL,
  content bytea NOT NULL
);
ALTER TABLE organisation_mark ALTER COLUMN content SET STORAGE EXTERNAL;
ALTER TABLE organisation_mark ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON organisation_mark USING (org_id = (SELECT current_org()));
GRANT SELECT, INSERT, UPDATE, DELETE ON organisation_mark TO sonae_app;
