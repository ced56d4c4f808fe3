-- The same edition may be asked about again, once the time to answer is over or a consent has expired. A consent keeps the days it
-- was given for, whatever is asked later.
GRANT UPDATE (until, consent_days, asked_at) ON own_review_edition TO sonae_app;
ALTER TABLE own_consent ADD COLUMN consent_days integer;
UPDATE own_consent c SET consent_days = e.consent_days FROM own_review_edition e
  WHERE e.org_id = c.org_id AND e.review_id = c.review_id AND e.edition = c.edition;
UPDATE own_consent SET consent_days = 365 WHERE consent_days IS NULL;
ALTER TABLE own_consent ALTER COLUMN consent_days SET NOT NULL;

-- What was consented to by a link is withdrawn by a package as well: what became of the withdrawal is known by the review.
ALTER TABLE own_review ADD COLUMN withdrawal_package_id uuid, ADD COLUMN withdrawal_sent_at timestamptz,
  ADD COLUMN withdrawal_outcome text CHECK (withdrawal_outcome IN ('taken', 'refused')), ADD COLUMN withdrawal_reason text NOT NULL DEFAULT '';
CREATE INDEX own_review_withdrawal ON own_review (org_id, withdrawal_package_id);
GRANT UPDATE (withdrawal_package_id, withdrawal_sent_at, withdrawal_outcome, withdrawal_reason) ON own_review TO sonae_app;
