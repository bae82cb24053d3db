-- What was kept is kept anew, with the sums.
TRUNCATE round_counts;
--> statement-breakpoint
ALTER TABLE "round_counts" ALTER COLUMN "slots" SET DATA TYPE text;--> statement-breakpoint
ALTER TABLE "round_counts" ALTER COLUMN "figures" SET DATA TYPE text;--> statement-breakpoint
CREATE INDEX "open_rounds_sorts_in_jurisdiction" ON "open_rounds" USING btree ("jurisdiction","field","claim_kind","debtor_kind","amount_band","age_band");--> statement-breakpoint
CREATE INDEX "open_rounds_sorts_in_province" ON "open_rounds" USING btree ("province_code","field","claim_kind","debtor_kind","amount_band","age_band");
--> statement-breakpoint
-- As before, with two sums more: by branch, and by claim kind. A pick of a branch is then a row a place, not one a field and kind.
-- The figures are kept as the text that is sent.
CREATE OR REPLACE FUNCTION fold_round_counts(batch integer) RETURNS integer LANGUAGE plpgsql SECURITY DEFINER
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
      LATERAL (VALUES ('', ''), ('', taken.claim_kind), (split_part(taken.field, '.', 1), ''), (taken.field, taken.claim_kind))
        AS f (field, kind)
    GROUP BY 1, 2, 3, 4, 5 HAVING sum(change) <> 0
  ), touched AS (
    SELECT DISTINCT place, model, field, kind FROM sums
  ), merged AS (
    SELECT place, model, field, kind, slot, sum(n)::integer AS n FROM (
      SELECT place, model, field, kind, slot, n FROM sums
      UNION ALL
      SELECT t.place, t.model, t.field, t.kind, u.slot, u.n
      FROM touched t JOIN round_counts c ON (c.place, c.model, c.field, c.claim_kind) = (t.place, t.model, t.field, t.kind),
        unnest(string_to_array(c.slots, ',')::smallint[], string_to_array(c.figures, ',')::integer[]) AS u (slot, n)
    ) AS parts GROUP BY 1, 2, 3, 4, 5
  ), written AS (
    INSERT INTO round_counts (place, model, field, claim_kind, rounds, agency_rounds, slots, figures)
    SELECT place, model, field, kind, sum(n), coalesce(sum(n) FILTER (WHERE slot % 2 = 1), 0), coalesce(string_agg(slot::text, ',' ORDER BY slot) FILTER (WHERE n <> 0), ''),
      coalesce(string_agg(n::text, ',' ORDER BY slot) FILTER (WHERE n <> 0), '')
    FROM merged GROUP BY 1, 2, 3, 4
    ON CONFLICT (place, model, field, claim_kind) DO UPDATE SET rounds = excluded.rounds,
      agency_rounds = excluded.agency_rounds, slots = excluded.slots, figures = excluded.figures
  )
  SELECT count(*) INTO folded FROM taken;
  RETURN folded;
END $$;
--> statement-breakpoint
TRUNCATE round_count_changes;
--> statement-breakpoint
INSERT INTO round_count_changes (places, models, field, claim_kind, slot, change)
SELECT s.places, s.models, s.field, s.claim_kind, s.slot, s.changed FROM open_rounds r, round_sort(r, 1) AS s;
--> statement-breakpoint
SELECT fold_round_counts(2147483647);
