CREATE TABLE "document_texts" (
	"sha256" text PRIMARY KEY NOT NULL,
	"media_type" text NOT NULL,
	"state" text NOT NULL,
	"due_at" timestamp with time zone,
	"tries" smallint DEFAULT 0 NOT NULL,
	"pages" integer,
	"read_pages" integer,
	"blank_pages" integer,
	"text_hash" text,
	"settled_at" timestamp with time zone,
	CONSTRAINT "document_texts_settled" CHECK (("document_texts"."state" = 'waiting') = ("document_texts"."due_at" is not null)),
	CONSTRAINT "document_texts_read" CHECK (("document_texts"."state" = 'read') = ("document_texts"."text_hash" is not null))
);
--> statement-breakpoint
CREATE INDEX "document_texts_due" ON "document_texts" USING btree ("due_at") WHERE "document_texts"."due_at" is not null;
--> statement-breakpoint
-- What is evidence already is read as what is added later.
INSERT INTO document_texts (sha256, media_type, state, due_at)
  SELECT DISTINCT ON (d.sha256) d.sha256, d.media_type, 'waiting', e.added_at
  FROM evidence_items e JOIN documents d ON d.id = e.document_id
  WHERE e.removed_at IS NULL ORDER BY d.sha256, e.added_at;
--> statement-breakpoint
GRANT SELECT, INSERT ON document_texts TO rung_app;
--> statement-breakpoint
GRANT UPDATE (state, due_at, tries, pages, read_pages, blank_pages, text_hash, settled_at) ON document_texts TO rung_app;
