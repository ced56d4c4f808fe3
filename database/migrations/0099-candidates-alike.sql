-- What helps to rate a candidate besides its type and causes: the sectors its failure reached, and who supplied what failed.
ALTER TABLE survey_candidate
  ADD COLUMN reached text[] NOT NULL DEFAULT '{}',
  -- Names as search folds them: they are compared, not shown.
  ADD COLUMN suppliers text[] NOT NULL DEFAULT '{}';
