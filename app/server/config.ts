import { chmod, mkdir, readFile, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { z } from "zod";
import { mostLocalLetters } from "#app/domain/contact/return-path.ts";
import { newToken } from "#app/gateways/secrets.server.ts";

const secret = z.string().min(32, "at least 32 characters");

const Environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().min(1).default("127.0.0.1"),
  DATA_DIR: z.string().min(1).default(".data"),
  /** The owner of a PostgreSQL 15 or later; absent, the embedded one under DATA_DIR is used. */
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  /** A login that is a member of `rung_app` and nothing more; absent, the owner's session takes that role. */
  APP_DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  RUNG_MODE: z.enum(["demo", "production"]).default("demo"),
  RUNG_SECRET: secret.optional(),
  /** Secrets of before, a line each: what was sealed under them is still read. */
  RUNG_SECRET_FORMER: z
    .string()
    .transform((text) => text.split(/\r?\n/).filter(Boolean))
    .pipe(z.array(secret))
    .default([]),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z.string().min(3).default("Rung <no-reply@localhost>"),
  /** Where mail to debtors comes back, each to an address of its own: `bounces@rung.example` becomes `bounces+…@rung.example`. */
  BOUNCE_ADDRESS: z
    .email()
    .refine((address) => address.indexOf("@") <= mostLocalLetters, "too long before the @ to be added to")
    .optional(),
  /** Stripe's own; both or neither. Without them a demo brings up a stand-in, and production takes no payments. */
  STRIPE_SECRET_KEY: z
    .string()
    .regex(/^(sk|rk)_(test|live)_\w+$/, "a secret key of Stripe's begins with sk_test_ or sk_live_")
    .optional(),
  STRIPE_WEBHOOK_SECRET: z
    .string()
    .regex(/^whsec_\w+$/, "a webhook's signing secret begins with whsec_")
    .optional(),
  /** A bucket of any S3-compatible store keeps the documents; absent, a folder under DATA_DIR does. Without an endpoint it is Amazon's. */
  S3_BUCKET: z.string().min(3).optional(),
  S3_REGION: z.string().min(1).default("us-east-1"),
  S3_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
  S3_ACCESS_KEY_ID: z.string().min(1).optional(),
  S3_SECRET_ACCESS_KEY: z.string().min(1).optional(),
  /** A clamd daemon that looks at every upload before it is kept: a socket of this machine, or a host. */
  CLAMD_SOCKET: z.string().min(1).optional(),
  CLAMD_HOST: z.string().min(1).optional(),
  CLAMD_PORT: z.coerce.number().int().min(1).max(65_535).default(3310),
  /** Twilio's own, and the number that debtors answer to; all three or none. Without them no text message leaves. */
  TWILIO_ACCOUNT_SID: z
    .string()
    .regex(/^AC[0-9a-f]{32}$/, "an account of Twilio's begins with AC")
    .optional(),
  TWILIO_AUTH_TOKEN: z.string().min(16).optional(),
  TWILIO_FROM: z
    .string()
    .regex(/^\+[1-9]\d{6,14}$/, "a number begins with + and its country")
    .optional(),
  /** Another host than Twilio's own, for one of its regions. */
  TWILIO_API_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** A time authority (RFC 3161) and the file of the root certificates its stamps must lead to, in PEM; both or neither. */
  RUNG_TSA_URL: z.url({ protocol: /^https?$/ }).optional(),
  RUNG_TSA_CA: z.string().min(1).optional(),
  /** A larger request body is answered 413. */
  MAX_BODY_BYTES: z.coerce
    .number()
    .int()
    .positive()
    .default(25 * 1024 * 1024),
});

type Given = Omit<z.infer<typeof Environment>, "DATA_DIR" | "RUNG_SECRET" | "RUNG_SECRET_FORMER">;

export type Config = Given & {
  dataDir: string;
  secret: string;
  formerSecrets: string[];
  /** Where the stand-in of this start listens; set by the start, never by the environment. */
  localStripe?: { host: string; port: number; protocol: "http" };
};

/** What belongs together is set together. */
function checkTogether(rest: Given): void {
  if (!rest.STRIPE_SECRET_KEY !== !rest.STRIPE_WEBHOOK_SECRET)
    throw new Error("STRIPE_SECRET_KEY and STRIPE_WEBHOOK_SECRET belong together: set both or neither.");
  if (rest.S3_BUCKET && !(rest.S3_ACCESS_KEY_ID && rest.S3_SECRET_ACCESS_KEY))
    throw new Error("S3_BUCKET needs S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY.");
  if (!rest.S3_BUCKET && (rest.S3_ENDPOINT || rest.S3_ACCESS_KEY_ID || rest.S3_SECRET_ACCESS_KEY))
    throw new Error("S3_BUCKET is missing: the other S3 settings keep nothing without it.");
  if (rest.CLAMD_SOCKET && rest.CLAMD_HOST)
    throw new Error("CLAMD_SOCKET and CLAMD_HOST name two daemons: set one of them.");
  if (!rest.RUNG_TSA_URL !== !rest.RUNG_TSA_CA)
    throw new Error(
      "RUNG_TSA_URL and RUNG_TSA_CA belong together: a stamp that leads to no root proves nothing.",
    );
  const texting = [rest.TWILIO_ACCOUNT_SID, rest.TWILIO_AUTH_TOKEN, rest.TWILIO_FROM].filter(Boolean).length;
  if (texting !== 0 && texting !== 3)
    throw new Error(
      "TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN and TWILIO_FROM belong together: set all three or none.",
    );
}

/** Reads and checks the whole configuration, so that a wrong one stops at start and says what to mend. */
export async function readConfig(environment: NodeJS.ProcessEnv): Promise<Config> {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ""));
  const parsed = Environment.safeParse(given);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `  ${issue.path.join(".")}: ${issue.message}`);
    throw new Error(`The configuration is not usable:\n${lines.join("\n")}`);
  }
  const { DATA_DIR, RUNG_SECRET, RUNG_SECRET_FORMER: formerSecrets, ...rest } = parsed.data;
  const dataDir = resolve(DATA_DIR);
  checkTogether(rest);
  if (rest.RUNG_MODE === "production") {
    if (!RUNG_SECRET) throw new Error("RUNG_SECRET is needed in production: at least 32 random characters.");
    if (!rest.PUBLIC_URL) throw new Error("PUBLIC_URL is needed in production: links in mail start with it.");
    if (!rest.SMTP_URL)
      throw new Error("SMTP_URL is needed in production: people prove their address by mail.");
  }
  const current = RUNG_SECRET ?? (await keptSecret(dataDir));
  if (new Set([current, ...formerSecrets]).size <= formerSecrets.length)
    throw new Error("RUNG_SECRET_FORMER names a secret twice, or the one that is in force.");
  return { ...rest, dataDir, secret: current, formerSecrets };
}

/** The demo makes its secret once and keeps it beside the data it opens. */
async function keptSecret(dataDir: string): Promise<string> {
  await mkdir(dataDir, { recursive: true });
  const path = join(dataDir, "secret");
  try {
    await writeFile(path, newToken(), { flag: "wx", mode: 0o600 });
    await chmod(path, 0o600);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  }
  return readFile(path, "utf8");
}
