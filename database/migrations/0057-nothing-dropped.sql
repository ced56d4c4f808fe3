-- The application's role may not take away what it was given: DROP OWNED would take it back to nothing, for good. Only a
-- superuser may make such a guard; where the database is another's, a backup restored into a new one brings the rights back.
CREATE FUNCTION keep_what_is_owned() RETURNS event_trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF pg_has_role(session_user, 'sonae_app', 'MEMBER')
    AND NOT (SELECT rolsuper FROM pg_roles WHERE rolname = session_user)
    AND NOT EXISTS (SELECT FROM pg_namespace n WHERE n.nspname = 'sonae' AND pg_has_role(session_user, n.nspowner, 'MEMBER'))
  THEN
    RAISE EXCEPTION 'the application may not drop what is owned' USING ERRCODE = 'insufficient_privilege';
  END IF;
END $$;
DO $$ BEGIN
  CREATE EVENT TRIGGER sonae_keep_owned ON ddl_command_start WHEN TAG IN ('DROP OWNED')
    EXECUTE FUNCTION keep_what_is_owned();
EXCEPTION WHEN insufficient_privilege THEN NULL; -- only a superuser may make one
END $$;
