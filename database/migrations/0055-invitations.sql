-- Who was invited, until when the link of it is good, and since when they are in: whether somebody can sign in and whether
-- they ever did are two things.
ALTER TABLE person
  -- Of the invitation that stands; whatever was sent before leads nowhere.
  ADD COLUMN invitation_id uuid,
  ADD COLUMN invited_until timestamptz,
  ADD COLUMN joined_at     timestamptz;

UPDATE person p SET joined_at = first.at FROM (
    SELECT org_id, body->>'personId' AS person, min(recorded_at) AS at FROM ledger WHERE kind = 'person.signed-in' GROUP BY 1, 2
  ) AS first
  WHERE first.org_id = p.org_id AND first.person = p.id::text;
-- The first administrator registers without a link.
UPDATE person p SET joined_at = now() WHERE joined_at IS NULL AND EXISTS (
  SELECT 1 FROM auth."account" a WHERE a."userId"::text = p.user_id AND a."password" IS NOT NULL);
