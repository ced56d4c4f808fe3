-- Where an account was signed in to before (an address or a browser), as hashes: such a place keeps tries of its own while
-- others guess. Of the sign-in library's schema, which stands apart.
CREATE TABLE auth.known_place (
  account text NOT NULL,
  place   text NOT NULL,
  seen_at timestamptz NOT NULL,
  PRIMARY KEY (account, place)
);
-- Codes of authenticator apps that were used: each is good once.
CREATE TABLE auth.spent_code (
  account uuid NOT NULL REFERENCES auth."user" (id) ON DELETE CASCADE,
  code    text NOT NULL,
  until   timestamptz NOT NULL,
  PRIMARY KEY (account, code)
);
GRANT SELECT, INSERT, UPDATE, DELETE ON auth.known_place, auth.spent_code TO sonae_app;
-- A count that began long ago says nothing of today.
ALTER TABLE auth.sign_in_lockout ADD COLUMN counted_at timestamptz;
