-- What a recipient says of a report of ours besides its verdict: that it was withdrawn over there, and that a question needs no
-- answer any more.
ALTER TABLE own_report ADD COLUMN withdrawn_reason text;
ALTER TABLE own_question ADD COLUMN dropped_at timestamptz;
