-- Whoever is removed is forgotten in what they named as well. Their own policy shows these rows to nobody else, so the
-- house cannot take them away by itself.
CREATE FUNCTION forget_views() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = sonae, pg_temp AS $$
BEGIN
  DELETE FROM list_view WHERE org_id = NEW.org_id AND person_id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER forget_views AFTER UPDATE OF removed_at ON person FOR EACH ROW
  WHEN (NEW.removed_at IS NOT NULL AND OLD.removed_at IS NULL) EXECUTE FUNCTION forget_views();
