CREATE TABLE "document_sights" (
	"id" uuid PRIMARY KEY NOT NULL,
	"document_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"user_id" uuid,
	"org_id" uuid,
	"purpose" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "evidence_items" ADD COLUMN "replaces" uuid;--> statement-breakpoint
CREATE INDEX "document_sights_document_id_at_index" ON "document_sights" USING btree ("document_id","at");--> statement-breakpoint
ALTER TABLE "evidence_items" ADD CONSTRAINT "evidence_items_case_id_replaces_evidence_items_case_id_id_fk" FOREIGN KEY ("case_id","replaces") REFERENCES "public"."evidence_items"("case_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "evidence_items_case_id_replaces_index" ON "evidence_items" USING btree ("case_id","replaces");
--> statement-breakpoint
-- Who took a document out is kept as it was.
CREATE TRIGGER document_sights_frozen BEFORE UPDATE OR DELETE ON document_sights FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER document_sights_kept BEFORE TRUNCATE ON document_sights FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
GRANT SELECT, INSERT ON document_sights TO rung_app;
