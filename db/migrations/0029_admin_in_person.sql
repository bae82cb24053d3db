-- On a connection that nobody has acted on yet the setting is null, and so was the answer: a guard that asks NOT of it let everybody pass.
CREATE OR REPLACE FUNCTION is_law_admin(person uuid) RETURNS boolean LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT coalesce(person::text = current_setting('rung.user_id', true), false)
    AND EXISTS (SELECT 1 FROM memberships m JOIN organizations o ON o.id = m.org_id
      WHERE m.user_id = person AND o.kind = 'platform')
$$;
