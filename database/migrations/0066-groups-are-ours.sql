-- Which groups of the identity provider stand for which roles is nobody's business outside: routes refuse it, and so does the table.
ALTER POLICY own ON sign_on_groups USING (org_id = (SELECT current_org()) AND (SELECT is_insider()));
