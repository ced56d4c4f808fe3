-- Each turn of a case as it was taken: who reviewed which version on what ground, and whether the text was their own.
-- Turns before this stand in the ledger alone.
CREATE TABLE learn_case_turn (
  org_id    uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  id        uuid NOT NULL,
  case_id   uuid NOT NULL,
  version   integer NOT NULL,
  turn      text NOT NULL CHECK (turn IN ('submit', 'return', 'approve', 'reopen', 'withdraw')),
  reason    text NOT NULL,
  own       boolean NOT NULL,
  turned_at timestamptz NOT NULL,
  turned_by text NOT NULL,
  PRIMARY KEY (org_id, id),
  FOREIGN KEY (org_id, case_id) REFERENCES learn_case (org_id, id) ON DELETE CASCADE
);
CREATE INDEX learn_case_turn_of ON learn_case_turn (org_id, case_id, turned_at);

ALTER TABLE learn_case_turn ENABLE ROW LEVEL SECURITY;
-- Hidden with its case, as its versions are.
CREATE POLICY own ON learn_case_turn USING (org_id = (SELECT current_org()) AND (SELECT is_insider())
  AND case_id NOT IN (SELECT hidden_cases()));
GRANT SELECT, INSERT ON learn_case_turn TO sonae_app;
