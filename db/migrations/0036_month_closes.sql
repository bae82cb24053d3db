CREATE TABLE "month_closes" (
	"month" date PRIMARY KEY NOT NULL,
	"ends_on" date NOT NULL,
	"proposed_by" uuid NOT NULL,
	"proposed_at" timestamp with time zone NOT NULL,
	"closed_by" uuid,
	"closed_at" timestamp with time zone,
	"transfers" bigint,
	"totals" jsonb,
	"previous_hash" text,
	"hash" text,
	CONSTRAINT "month_closes_whole" CHECK ("month_closes"."ends_on" = ("month_closes"."month" + interval '1 month' - interval '1 day')::date
      and extract(day from "month_closes"."month") = 1),
	CONSTRAINT "month_closes_four_eyes" CHECK ("month_closes"."closed_by" is null or "month_closes"."closed_by" <> "month_closes"."proposed_by"),
	CONSTRAINT "month_closes_closed" CHECK (num_nulls("month_closes"."closed_by", "month_closes"."closed_at", "month_closes"."transfers", "month_closes"."totals", "month_closes"."previous_hash",
      "month_closes"."hash") in (0, 6))
);
--> statement-breakpoint
CREATE TABLE "month_reminders" (
	"month" date NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "month_reminders_month_at_pk" PRIMARY KEY("month","at")
);
