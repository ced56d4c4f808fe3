-- Where the ledger stood, signed with a key whose private half is not in the database: whoever rewrites the ledger and its
-- chains cannot make these anew. They are handed out besides, so that taking them away is noticed too.
CREATE TABLE ledger_proof (
  org_id     uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  lines      bigint NOT NULL,
  root       bytea NOT NULL,
  taken_at   timestamptz NOT NULL,
  public_key bytea NOT NULL,
  signature  bytea NOT NULL,
  PRIMARY KEY (org_id, lines)
);
ALTER TABLE ledger_proof ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON ledger_proof USING (org_id = (SELECT current_org()) AND (SELECT is_insider()));
-- Neither changed nor taken back.
GRANT SELECT, INSERT ON ledger_proof TO sonae_app;

INSERT INTO timer (id, org_id, kind, key, due_at, body)
  SELECT gen_random_uuid(), org_id, kind, 'every', now(), '{}'
  FROM organisation, (VALUES ('sign-ledger'), ('hand-out-proof')) AS every(kind)
  ON CONFLICT DO NOTHING;
