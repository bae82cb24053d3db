-- The law changes under four eyes, and what was decided stays decided. The database looks itself at who proposes and
-- who decides: both are administrators, and not the same one.
CREATE FUNCTION guard_law_proposal() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF NEW.status <> 'proposed' THEN
    RAISE EXCEPTION 'a change of law begins as a proposal' USING ERRCODE = 'RG009';
  END IF;
  IF NOT is_law_admin(NEW.proposed_by) THEN
    RAISE EXCEPTION 'only an administrator in person proposes a change of law' USING ERRCODE = 'RG009';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
-- Whether this person is the one who acts in this transaction, and an administrator.
CREATE FUNCTION is_law_admin(person uuid) RETURNS boolean LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT person::text = current_setting('rung.user_id', true)
    AND EXISTS (SELECT 1 FROM memberships m JOIN organizations o ON o.id = m.org_id
      WHERE m.user_id = person AND o.kind = 'platform')
$$;
--> statement-breakpoint
CREATE FUNCTION guard_law_decision() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF OLD.status <> 'proposed' OR NEW.status = 'proposed'
     OR (NEW.id, NEW.pack_id, NEW.kind, NEW.subject, NEW.body, NEW.citation, NEW.url, NEW.reason, NEW.effective_on,
         NEW.proposed_by, NEW.proposed_at)
        IS DISTINCT FROM (OLD.id, OLD.pack_id, OLD.kind, OLD.subject, OLD.body, OLD.citation, OLD.url, OLD.reason,
         OLD.effective_on, OLD.proposed_by, OLD.proposed_at) THEN
    RAISE EXCEPTION 'a proposal is decided once and as it was written' USING ERRCODE = 'RG001';
  END IF;
  IF NOT is_law_admin(NEW.decided_by) THEN
    RAISE EXCEPTION 'only an administrator in person decides a change of law' USING ERRCODE = 'RG009';
  END IF;
  -- A rule is not changed for days that have passed; a day's grace, because it is yesterday somewhere.
  IF NEW.status = 'approved' AND NEW.kind = 'row' AND NEW.effective_on < (rung_now() AT TIME ZONE 'UTC')::date - 1 THEN
    RAISE EXCEPTION 'a rule is not changed for the past' USING ERRCODE = 'RG009';
  END IF;
  IF NEW.status = 'approved' THEN
    PERFORM number_law_approval(NEW.id, NEW.pack_id, NEW.seq, NEW.pack_version);
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
-- Approvals are numbered one by one; the version says how many of them its pack carries, and knows the stage moves of
-- the build's pack it rests on. Runs as the owner: the product itself may not write what moves a pack knows.
CREATE FUNCTION number_law_approval(change uuid, pack text, number integer, version text) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE base text := split_part(version, '+', 1); before integer; carried integer;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('law_changes'));
  SELECT coalesce(max(seq), 0), count(*) FILTER (WHERE pack_id = pack) INTO before, carried
    FROM law_changes WHERE status = 'approved';
  IF number <> before + 1 OR version <> base || '+' || (carried + 1)
     OR NOT EXISTS (SELECT 1 FROM law_changes WHERE id = change AND status = 'proposed' AND pack_id = pack) THEN
    RAISE EXCEPTION 'approval % of % does not follow', number, version USING ERRCODE = 'RG009';
  END IF;
  INSERT INTO law_stage_moves (pack_id, pack_version, type, stage_before, stage_after)
    SELECT pack_id, version, type, stage_before, stage_after FROM law_stage_moves
    WHERE pack_id = pack AND pack_version = base ON CONFLICT DO NOTHING;
  IF NOT EXISTS (SELECT 1 FROM law_stage_moves WHERE pack_id = pack AND pack_version = version) THEN
    RAISE EXCEPTION 'no pack % %', pack, base USING ERRCODE = 'RG009';
  END IF;
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION number_law_approval(uuid, text, integer, text) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION number_law_approval(uuid, text, integer, text) TO rung_app;
--> statement-breakpoint
CREATE TRIGGER law_changes_proposed BEFORE INSERT ON law_changes FOR EACH ROW EXECUTE FUNCTION guard_law_proposal();
--> statement-breakpoint
CREATE TRIGGER law_changes_decided BEFORE UPDATE ON law_changes FOR EACH ROW EXECUTE FUNCTION guard_law_decision();
--> statement-breakpoint
CREATE TRIGGER law_changes_kept BEFORE DELETE ON law_changes FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER law_changes_not_emptied BEFORE TRUNCATE ON law_changes FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE (status, decided_by, decided_at, decision_note, seq, pack_version) ON law_changes TO rung_app;
