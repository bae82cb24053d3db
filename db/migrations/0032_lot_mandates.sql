CREATE TABLE "lot_carryovers" (
	"case_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"type" text NOT NULL,
	"refs" jsonb NOT NULL,
	"occurred_at" timestamp with time zone NOT NULL,
	"actor" jsonb NOT NULL,
	CONSTRAINT "lot_carryovers_case_id_id_pk" PRIMARY KEY("case_id","id")
);
--> statement-breakpoint
ALTER TABLE "portfolio_claims" ADD COLUMN "engagement_id" uuid;--> statement-breakpoint
CREATE INDEX "lot_carryovers_id_case_id_index" ON "lot_carryovers" USING btree ("id","case_id");
--> statement-breakpoint
-- Until now a lot had one mandate at most: what is settled was settled under it.
UPDATE portfolio_claims c SET engagement_id = e.id
  FROM portfolio_groups g, engagements e
  WHERE c.became IS NOT NULL AND g.portfolio_id = c.portfolio_id AND g.group_no = c.group_no
    AND e.case_id = g.lot_id AND e.engaged_at IS NOT NULL;
--> statement-breakpoint
-- A case that waits for its lot's next mandate is offered with its lot and not beside it.
CREATE FUNCTION guard_waiting_case() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM cases WHERE case_id = NEW.case_id AND status = 'with_lot') THEN
    RAISE EXCEPTION 'a case that waits with its lot has no round of its own' USING ERRCODE = 'RG005';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER tenders_not_beside_lot BEFORE INSERT ON tenders FOR EACH ROW EXECUTE FUNCTION guard_waiting_case();
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON lot_carryovers TO rung_app;
