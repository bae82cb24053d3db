CREATE TABLE "insurances" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"insurer" text NOT NULL,
	"policy_number" text NOT NULL,
	"sum" bigint NOT NULL,
	"currency" text NOT NULL,
	"valid_to" date NOT NULL,
	"document_id" uuid NOT NULL,
	"status" text NOT NULL,
	"filed_at" timestamp with time zone NOT NULL,
	"decided_at" timestamp with time zone,
	"decided_by" uuid,
	"reason" text,
	CONSTRAINT "insurances_sum" CHECK ("insurances"."sum" > 0),
	CONSTRAINT "insurances_decided" CHECK (("insurances"."status" = 'filed') = ("insurances"."decided_at" is null))
);
--> statement-breakpoint
CREATE TABLE "amendments" (
	"case_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"engagement_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"proposed_side" text NOT NULL,
	"status" text NOT NULL,
	"contents" text NOT NULL,
	"document_id" uuid NOT NULL,
	"document_hash" text NOT NULL,
	"certificate_document_id" uuid,
	"certificate_hash" text,
	"proposed_at" timestamp with time zone NOT NULL,
	"answer_by" timestamp with time zone NOT NULL,
	"decided_at" timestamp with time zone,
	CONSTRAINT "amendments_case_id_id_pk" PRIMARY KEY("case_id","id"),
	CONSTRAINT "amendments_number_key" UNIQUE("case_id","engagement_id","number"),
	CONSTRAINT "amendments_decided" CHECK (("amendments"."status" = 'proposed') = ("amendments"."decided_at" is null))
);
--> statement-breakpoint
CREATE TABLE "lapse_plans" (
	"case_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"engagement_id" uuid NOT NULL,
	"licence_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"status" text NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"decide_by" timestamp with time zone NOT NULL,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	"closed_at" timestamp with time zone,
	CONSTRAINT "lapse_plans_case_id_id_pk" PRIMARY KEY("case_id","id")
);
--> statement-breakpoint
CREATE TABLE "signatures" (
	"case_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"paper_id" uuid NOT NULL,
	"side" text NOT NULL,
	"org_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"code_sent_at" timestamp with time zone,
	"address" text NOT NULL,
	"document_hash" text NOT NULL,
	"authority_hash" text,
	"signed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "signatures_case_id_id_pk" PRIMARY KEY("case_id","id"),
	CONSTRAINT "signatures_one_a_side" UNIQUE("case_id","paper_id","side")
);
--> statement-breakpoint
CREATE TABLE "signing_codes" (
	"case_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"paper_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"code_mac" text NOT NULL,
	"sent_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"tries" integer DEFAULT 0 NOT NULL,
	"used_at" timestamp with time zone,
	CONSTRAINT "signing_codes_case_id_id_pk" PRIMARY KEY("case_id","id"),
	CONSTRAINT "signing_codes_tries" CHECK ("signing_codes"."tries" <= 5)
);
--> statement-breakpoint
DROP INDEX "awards_one_in_force";--> statement-breakpoint
ALTER TABLE "licences" ADD COLUMN "holder_user_id" uuid;--> statement-breakpoint
ALTER TABLE "licences" ADD COLUMN "look_up_reference" text;--> statement-breakpoint
ALTER TABLE "licences" ADD COLUMN "look_up_document_id" uuid;--> statement-breakpoint
ALTER TABLE "licences" ADD COLUMN "look_up_asked_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "licences" ADD COLUMN "warned_days" integer;--> statement-breakpoint
ALTER TABLE "licences" ADD COLUMN "lapse_told_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "memberships" ADD COLUMN "supervisor_user_id" uuid;--> statement-breakpoint
ALTER TABLE "organizations" ADD COLUMN "capacity" integer;--> statement-breakpoint
ALTER TABLE "engagements" ADD COLUMN "authority_document_id" uuid;--> statement-breakpoint
ALTER TABLE "engagements" ADD COLUMN "authority_hash" text;--> statement-breakpoint
ALTER TABLE "engagements" ADD COLUMN "certificate_document_id" uuid;--> statement-breakpoint
ALTER TABLE "engagements" ADD COLUMN "certificate_hash" text;--> statement-breakpoint
ALTER TABLE "engagements" ADD COLUMN "licence_id" uuid;--> statement-breakpoint
ALTER TABLE "engagements" ADD COLUMN "period_ends_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "engagements" ADD COLUMN "watch_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "engagements" ADD COLUMN "alarmed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "engagements" ADD COLUMN "period_told_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "engagements" ADD COLUMN "ended_at" timestamp with time zone;--> statement-breakpoint
CREATE INDEX "insurances_org_id_index" ON "insurances" USING btree ("org_id");--> statement-breakpoint
CREATE INDEX "insurances_status_filed_at_index" ON "insurances" USING btree ("status","filed_at");--> statement-breakpoint
CREATE UNIQUE INDEX "amendments_one_open" ON "amendments" USING btree ("case_id","engagement_id") WHERE "amendments"."status" = 'proposed';--> statement-breakpoint
CREATE UNIQUE INDEX "lapse_plans_one_open" ON "lapse_plans" USING btree ("case_id","engagement_id") WHERE "lapse_plans"."closed_at" is null;--> statement-breakpoint
CREATE INDEX "lapse_plans_due" ON "lapse_plans" USING btree ("decide_by") WHERE "lapse_plans"."closed_at" is null;--> statement-breakpoint
CREATE INDEX "signing_codes_case_id_paper_id_user_id_index" ON "signing_codes" USING btree ("case_id","paper_id","user_id");--> statement-breakpoint
CREATE INDEX "licences_same_number" ON "licences" USING btree ("kind","territory","number");--> statement-breakpoint
CREATE INDEX "licences_checked" ON "licences" USING btree ("register_checked_at") WHERE "licences"."status" = 'verified';--> statement-breakpoint
CREATE INDEX "engagements_on_licence" ON "engagements" USING btree ("licence_id");--> statement-breakpoint
CREATE INDEX "engagements_watched" ON "engagements" USING btree ("watch_at") WHERE "engagements"."engaged_at" is not null and "engagements"."ended_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "awards_one_in_force" ON "awards" USING btree ("case_id") WHERE "awards"."status" in ('active', 'engaged');
--> statement-breakpoint
-- Signatures given before they had a table of their own.
INSERT INTO signatures (case_id, id, paper_id, side, org_id, user_id, name, email, address, document_hash, signed_at)
  SELECT e.case_id, gen_random_uuid(), e.id, s.side, m.org_id, s.by_user, coalesce(s.name, ''), u.email, '', e.document_hash, s.at
  FROM engagements e
  CROSS JOIN LATERAL (VALUES ('creditor', e.creditor_signed_by, e.creditor_signed_name, e.creditor_signed_at),
    ('collector', e.collector_signed_by, e.collector_signed_name, e.collector_signed_at)) AS s(side, by_user, name, at)
  JOIN users u ON u.id = s.by_user
  JOIN awards a ON a.case_id = e.case_id AND a.id = e.award_id
  JOIN cases c ON c.case_id = e.case_id
  CROSS JOIN LATERAL (SELECT CASE s.side WHEN 'creditor' THEN c.creditor_org_id ELSE a.collector_org_id END AS org_id) m
  WHERE s.at IS NOT NULL;
--> statement-breakpoint
-- A paper keeps its words and its hashes once it is drawn up; what brought it into force or ended it is written once.
CREATE OR REPLACE FUNCTION guard_engagement() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF (NEW.contents, NEW.document_hash, NEW.document_id, NEW.authority_hash, NEW.authority_document_id)
       IS DISTINCT FROM (OLD.contents, OLD.document_hash, OLD.document_id, OLD.authority_hash, OLD.authority_document_id)
     OR (OLD.engaged_at IS NOT NULL AND (NEW.engaged_at, NEW.certificate_hash) IS DISTINCT FROM (OLD.engaged_at, OLD.certificate_hash))
     OR (OLD.ended_at IS NOT NULL AND NEW.ended_at IS DISTINCT FROM OLD.ended_at) THEN
    RAISE EXCEPTION 'an engagement does not change once drawn up' USING ERRCODE = 'RG001';
  END IF;
  IF OLD.engaged_at IS NULL AND NEW.engaged_at IS NOT NULL AND NOT both_signed(NEW.case_id, NEW.id, NEW.document_hash) THEN
    RAISE EXCEPTION 'an engagement is in force when both sides have signed it' USING ERRCODE = 'RG005';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE FUNCTION both_signed(of_case uuid, paper uuid, hash text) RETURNS boolean LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT count(DISTINCT side) = 2 FROM signatures WHERE case_id = of_case AND paper_id = paper AND document_hash = hash
$$;
--> statement-breakpoint
CREATE FUNCTION guard_amendment() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF (NEW.contents, NEW.document_hash, NEW.document_id, NEW.engagement_id, NEW.number, NEW.proposed_side, NEW.answer_by)
       IS DISTINCT FROM (OLD.contents, OLD.document_hash, OLD.document_id, OLD.engagement_id, OLD.number, OLD.proposed_side, OLD.answer_by)
     OR OLD.status <> 'proposed' THEN
    RAISE EXCEPTION 'an amendment is decided once and as it was proposed' USING ERRCODE = 'RG001';
  END IF;
  IF NEW.status = 'agreed' AND NOT both_signed(NEW.case_id, NEW.id, NEW.document_hash) THEN
    RAISE EXCEPTION 'an amendment is agreed when both sides have signed it' USING ERRCODE = 'RG005';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER amendments_guard BEFORE UPDATE ON amendments FOR EACH ROW EXECUTE FUNCTION guard_amendment();
--> statement-breakpoint
-- A signature is on the very paper that lies there, in time by the database's clock, and its collector is the award's.
CREATE FUNCTION guard_signature() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE found_hash text; until timestamptz; collector uuid;
BEGIN
  SELECT e.document_hash, w.sign_by, w.collector_org_id INTO found_hash, until, collector
    FROM engagements e JOIN awards w ON w.case_id = e.case_id AND w.id = e.award_id
    WHERE e.case_id = NEW.case_id AND e.id = NEW.paper_id AND e.engaged_at IS NULL AND w.status = 'active';
  IF found_hash IS NULL THEN
    SELECT m.document_hash, m.answer_by, w.collector_org_id INTO found_hash, until, collector
      FROM amendments m JOIN engagements e ON e.case_id = m.case_id AND e.id = m.engagement_id
      JOIN awards w ON w.case_id = e.case_id AND w.id = e.award_id
      WHERE m.case_id = NEW.case_id AND m.id = NEW.paper_id AND m.status = 'proposed' AND e.ended_at IS NULL;
  END IF;
  IF found_hash IS NULL OR found_hash <> NEW.document_hash THEN
    RAISE EXCEPTION 'a signature needs the paper that lies there to be signed' USING ERRCODE = 'RG005';
  END IF;
  IF rung_now() >= until THEN
    RAISE EXCEPTION 'the time to sign is over' USING ERRCODE = 'RG006';
  END IF;
  IF (NEW.side = 'collector') <> (NEW.org_id = collector) THEN
    RAISE EXCEPTION 'each side signs for itself' USING ERRCODE = 'RG005';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER signatures_guard BEFORE INSERT ON signatures FOR EACH ROW EXECUTE FUNCTION guard_signature();
--> statement-breakpoint
CREATE TRIGGER signatures_frozen BEFORE UPDATE OR DELETE ON signatures FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER signatures_kept BEFORE TRUNCATE ON signatures FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
GRANT SELECT, INSERT ON signatures TO rung_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON amendments, signing_codes, lapse_plans, insurances TO rung_app;
