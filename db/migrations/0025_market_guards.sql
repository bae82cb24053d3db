-- The counts follow the rounds by the database's own hand: whatever writes `open_rounds` cannot forget them.
-- A change is appended, never added to a shared row, so that openings do not wait for one another; `fold_round_counts`
-- adds them up later. The numbering of sorts is that of app/domain/market/sorts.ts.
CREATE FUNCTION round_sort(r open_rounds, change integer, OUT places text[], OUT models text[], OUT field text,
    OUT claim_kind text, OUT slot smallint, OUT changed smallint) LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN r.place_code = r.province_code THEN ARRAY[r.country, r.province_code]
      ELSE ARRAY[r.country, r.province_code, r.place_code] END,
    ''::text || r.fee_models, r.field, r.claim_kind,
    (((CASE r.debtor_kind WHEN 'natural_consumer' THEN 0 WHEN 'sole_trader' THEN 1 ELSE 2 END * 5
      + r.amount_band) * 4 + r.age_band) * 2 + r.agency_open::integer)::smallint, change::smallint
$$;
--> statement-breakpoint
CREATE FUNCTION note_round_count() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN
    INSERT INTO round_count_changes (places, models, field, claim_kind, slot, change) SELECT * FROM round_sort(OLD, -1);
  END IF;
  IF TG_OP <> 'DELETE' THEN
    INSERT INTO round_count_changes (places, models, field, claim_kind, slot, change) SELECT * FROM round_sort(NEW, 1);
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER open_rounds_counted AFTER INSERT OR UPDATE OR DELETE ON open_rounds
  FOR EACH ROW EXECUTE FUNCTION note_round_count();
--> statement-breakpoint
-- Adds a batch of changes to the counts; answers how many there were. Two at once do not wait: the second leaves it to the first.
CREATE FUNCTION fold_round_counts(batch integer) RETURNS integer LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = public, pg_temp AS $$
DECLARE folded integer;
BEGIN
  IF NOT pg_try_advisory_xact_lock(hashtext('round_counts')) THEN RETURN 0; END IF;
  WITH taken AS (
    DELETE FROM round_count_changes WHERE id IN (SELECT id FROM round_count_changes ORDER BY id LIMIT batch)
    RETURNING places, models, field, claim_kind, slot, change
  ), sums AS (
    SELECT place, model, f.field, f.kind, slot, sum(change)::integer AS n
    FROM taken, unnest(places) AS place, unnest(models) AS model,
      LATERAL (VALUES ('', ''), (taken.field, taken.claim_kind)) AS f (field, kind)
    GROUP BY 1, 2, 3, 4, 5 HAVING sum(change) <> 0
  ), touched AS (
    SELECT DISTINCT place, model, field, kind FROM sums
  ), merged AS (
    SELECT place, model, field, kind, slot, sum(n)::integer AS n FROM (
      SELECT place, model, field, kind, slot, n FROM sums
      UNION ALL
      SELECT t.place, t.model, t.field, t.kind, u.slot, u.n
      FROM touched t JOIN round_counts c ON (c.place, c.model, c.field, c.claim_kind) = (t.place, t.model, t.field, t.kind),
        unnest(c.slots, c.figures) AS u (slot, n)
    ) AS parts GROUP BY 1, 2, 3, 4, 5
  ), written AS (
    INSERT INTO round_counts (place, model, field, claim_kind, rounds, agency_rounds, slots, figures)
    SELECT place, model, field, kind, sum(n), coalesce(sum(n) FILTER (WHERE slot % 2 = 1), 0), coalesce(array_agg(slot ORDER BY slot) FILTER (WHERE n <> 0), '{}'),
      coalesce(array_agg(n ORDER BY slot) FILTER (WHERE n <> 0), '{}')
    FROM merged GROUP BY 1, 2, 3, 4
    ON CONFLICT (place, model, field, claim_kind) DO UPDATE SET rounds = excluded.rounds,
      agency_rounds = excluded.agency_rounds, slots = excluded.slots, figures = excluded.figures
  )
  SELECT count(*) INTO folded FROM taken;
  RETURN folded;
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION fold_round_counts(integer) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION fold_round_counts(integer) TO rung_app;
--> statement-breakpoint
-- The app reads the counts; only the database's own functions write them.
GRANT SELECT ON round_counts, round_count_changes TO rung_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON practice_profiles, round_news, round_invitations, saved_searches TO rung_app;
--> statement-breakpoint
INSERT INTO round_count_changes (places, models, field, claim_kind, slot, change)
SELECT s.places, s.models, s.field, s.claim_kind, s.slot, s.changed FROM open_rounds r, round_sort(r, 1) AS s;
