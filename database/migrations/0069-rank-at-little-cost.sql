-- As before (0067): how well a text fits, in a form that costs little for each of many rows.
CREATE OR REPLACE FUNCTION find_rank(title text, folded text, words text[]) RETURNS integer LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  rank integer := 0;
  word text;
BEGIN
  FOREACH word IN ARRAY words LOOP
    rank := rank + CASE WHEN strpos(title, word) > 0 THEN 100 ELSE 0 END
      + least(20, (length(folded) - length(replace(folded, word, ''))) / length(word));
  END LOOP;
  RETURN rank;
END $$;
