CREATE TABLE "months_stated" (
	"month" date PRIMARY KEY NOT NULL,
	"at" timestamp with time zone NOT NULL
);
