-- The demonstration is two organisations, an operator and a body that surveys operators: it vanishes as a whole.
CREATE OR REPLACE FUNCTION remove_demo_organisation() RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = sonae, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM organisation o WHERE o.org_id = current_org() AND o.demo) THEN
    RAISE EXCEPTION 'not a demonstration organisation';
  END IF;
  DELETE FROM organisation o WHERE o.demo;
END $$;
