-- What a storm holds back has the words of alarms in it: it is kept from whoever may not see the incident that collects it.
DROP POLICY own ON storm;
CREATE POLICY own ON storm USING (org_id = (SELECT current_org()) AND (SELECT is_insider())
  AND id NOT IN (SELECT hidden_incidents()));
DROP POLICY own ON storm_group;
CREATE POLICY own ON storm_group USING (org_id = (SELECT current_org()) AND (SELECT is_insider())
  AND storm_id NOT IN (SELECT hidden_incidents()));
DROP POLICY own ON storm_signal;
CREATE POLICY own ON storm_signal USING (org_id = (SELECT current_org()) AND (SELECT is_insider())
  AND storm_id NOT IN (SELECT hidden_incidents()));
