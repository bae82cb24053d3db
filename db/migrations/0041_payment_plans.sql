CREATE TABLE "payment_plans" (
	"case_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"org_id" uuid NOT NULL,
	"account_id" text NOT NULL,
	"total" bigint NOT NULL,
	"currency" text NOT NULL,
	"status" text NOT NULL,
	"ended_for" text,
	"customer_id" text,
	"method_id" text,
	"method_kind" text,
	"method_last4" text,
	"mandate_id" text,
	"saved_at" timestamp with time zone,
	"debited_at" timestamp with time zone,
	"offered_at" timestamp with time zone NOT NULL,
	"offered_by" uuid,
	"accepted_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	CONSTRAINT "payment_plans_case_id_id_pk" PRIMARY KEY("case_id","id"),
	CONSTRAINT "payment_plans_positive" CHECK ("payment_plans"."total" > 0),
	CONSTRAINT "payment_plans_ended" CHECK (("payment_plans"."status" in ('done', 'stopped')) = ("payment_plans"."ended_at" is not null)),
	CONSTRAINT "payment_plans_method" CHECK (("payment_plans"."method_id" is null) = ("payment_plans"."method_kind" is null) and ("payment_plans"."method_id" is null or "payment_plans"."customer_id" is not null and "payment_plans"."saved_at" is not null))
);
--> statement-breakpoint
CREATE TABLE "plan_instalments" (
	"case_id" uuid NOT NULL,
	"plan_id" uuid NOT NULL,
	"seq" smallint NOT NULL,
	"payment_id" uuid NOT NULL,
	"due_on" date NOT NULL,
	"amount" bigint NOT NULL,
	"state" text NOT NULL,
	"look_at" timestamp with time zone NOT NULL,
	"failure" text,
	"reminded_at" timestamp with time zone,
	"missed_at" timestamp with time zone,
	CONSTRAINT "plan_instalments_case_id_plan_id_seq_pk" PRIMARY KEY("case_id","plan_id","seq"),
	CONSTRAINT "plan_instalments_positive" CHECK ("plan_instalments"."amount" > 0)
);
--> statement-breakpoint
CREATE UNIQUE INDEX "payment_plans_one_live" ON "payment_plans" USING btree ("case_id") WHERE "payment_plans"."status" in ('offered', 'active');--> statement-breakpoint
CREATE INDEX "payment_plans_by_method" ON "payment_plans" USING btree ("method_id");--> statement-breakpoint
CREATE UNIQUE INDEX "plan_instalments_payment" ON "plan_instalments" USING btree ("case_id","payment_id");--> statement-breakpoint
CREATE INDEX "plan_instalments_due" ON "plan_instalments" USING btree ("look_at") WHERE "plan_instalments"."state" = 'planned';--> statement-breakpoint
CREATE INDEX "plan_instalments_missed" ON "plan_instalments" USING btree ("due_on") WHERE "plan_instalments"."state" = 'asked' and "plan_instalments"."missed_at" is null;--> statement-breakpoint
GRANT SELECT, INSERT ON payment_plans, plan_instalments TO rung_app;
--> statement-breakpoint
GRANT UPDATE (status, ended_for, customer_id, method_id, method_kind, method_last4, mandate_id, saved_at, debited_at, accepted_at, ended_at) ON payment_plans TO rung_app;
--> statement-breakpoint
GRANT UPDATE (state, look_at, failure, reminded_at, missed_at) ON plan_instalments TO rung_app;
