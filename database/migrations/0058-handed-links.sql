-- Who else could have opened an account: somebody handed out a link to it that they could read themselves, with these
-- permissions at the time. Of the sign-in library's schema, which stands apart.
CREATE TABLE auth.handed_link (
  account     uuid NOT NULL REFERENCES auth."user" (id) ON DELETE CASCADE,
  org_id      uuid NOT NULL,
  permissions text[] NOT NULL,
  PRIMARY KEY (account, org_id)
);
GRANT SELECT, INSERT, UPDATE, DELETE ON auth.handed_link TO sonae_app;
