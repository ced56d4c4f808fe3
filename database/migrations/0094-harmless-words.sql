-- Words that somebody looked at and found to name nobody: decided once for the organisation, whichever case asked.
CREATE TABLE survey_harmless_word (
  org_id      uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  -- By what the word is known in all its forms.
  key         text NOT NULL,
  word        text NOT NULL,
  decided_by  text NOT NULL,
  decided_at  timestamptz NOT NULL,
  PRIMARY KEY (org_id, key)
);
ALTER TABLE survey_harmless_word ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON survey_harmless_word USING (org_id = (SELECT current_org()) AND (SELECT is_insider()) AND (SELECT at_survey_desk()));
GRANT SELECT, INSERT, DELETE ON survey_harmless_word TO sonae_app;
