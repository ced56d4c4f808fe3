-- Whether a wrongful purpose is suspected is kept beside the clock it lengthens: counted anew, it stays as long.
ALTER TABLE external_report ADD COLUMN wrongful boolean NOT NULL DEFAULT false;
UPDATE external_report SET wrongful = true
  WHERE regime = 'privacy' AND stage = 'final' AND due_at - starts_at = interval '60 days';
