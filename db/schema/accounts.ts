import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
  uuid,
  varchar,
} from "drizzle-orm/pg-core";

const instant = () => timestamp({ withTimezone: true, mode: "date" });

export const organizationKinds = ["creditor", "lawyer", "law_firm", "agency", "platform"] as const;
export const memberRoles = ["owner", "manager", "member"] as const;
export const licenceStatuses = ["submitted", "returned", "verified", "refused", "suspended"] as const;
export const tokenPurposes = ["verify_email", "reset_password", "change_email"] as const;

export const users = pgTable(
  "users",
  {
    id: uuid().primaryKey(),
    /** Lower-cased at the edge; a deleted account keeps a tombstone address of its own id. */
    email: text().notNull(),
    name: text().notNull(),
    passwordHash: text().notNull(),
    locale: text().notNull().default("en"),
    emailVerifiedAt: instant(),
    /** Base32 TOTP secret, sealed with the application key (`v1:` prefix); null until set up. */
    totpSecret: text(),
    totpConfirmedAt: instant(),
    /** Last accepted TOTP step, so that one code is never used twice (RFC 6238 5.2). */
    totpLastStep: bigint({ mode: "number" }),
    createdAt: instant().notNull(),
    deletedAt: instant(),
  },
  (t) => [uniqueIndex("users_email_key").on(t.email)],
);

export const recoveryCodes = pgTable(
  "recovery_codes",
  { userId: uuid().notNull(), codeHash: text().notNull(), usedAt: instant() },
  (t) => [primaryKey({ columns: [t.userId, t.codeHash] })],
);

export const sessions = pgTable(
  "sessions",
  {
    /** SHA-256 of the cookie's token: a stolen table opens no account. */
    tokenHash: text().primaryKey(),
    userId: uuid().notNull(),
    orgId: uuid(),
    createdAt: instant().notNull(),
    lastSeenAt: instant().notNull(),
    expiresAt: instant().notNull(),
    secondFactorAt: instant(),
    userAgent: text(),
  },
  (t) => [index().on(t.userId)],
);

export const emailTokens = pgTable(
  "email_tokens",
  {
    tokenHash: text().primaryKey(),
    userId: uuid().notNull(),
    purpose: text({ enum: tokenPurposes }).notNull(),
    /** The address the token proves. */
    email: text().notNull(),
    createdAt: instant().notNull(),
    expiresAt: instant().notNull(),
    usedAt: instant(),
  },
  (t) => [index().on(t.userId, t.purpose)],
);

export const organizations = pgTable("organizations", {
  id: uuid().primaryKey(),
  kind: text({ enum: organizationKinds }).notNull(),
  name: text().notNull(),
  /** Place code of its seat (`US-CA`, `CN-440300`). */
  placeCode: text().notNull(),
  /** The most mandates a collector takes at once; null where it sets itself no bound. */
  capacity: integer(),
  createdAt: instant().notNull(),
});

export const memberships = pgTable(
  "memberships",
  {
    orgId: uuid().notNull(),
    userId: uuid().notNull(),
    role: text({ enum: memberRoles }).notNull(),
    /** The licensed member under whose licence this person works; null for who works under none but their own. */
    supervisorUserId: uuid(),
    createdAt: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.orgId, t.userId] }), index().on(t.userId)],
);

export const invitations = pgTable(
  "invitations",
  {
    id: uuid().primaryKey(),
    orgId: uuid().notNull(),
    email: text().notNull(),
    role: text({ enum: memberRoles }).notNull(),
    tokenHash: text().notNull(),
    invitedBy: uuid().notNull(),
    createdAt: instant().notNull(),
    expiresAt: instant().notNull(),
    acceptedAt: instant(),
    revokedAt: instant(),
  },
  (t) => [uniqueIndex("invitations_token_key").on(t.tokenHash), index().on(t.orgId)],
);

/** What a person agreed to, in which version, when. Append-only. */
export const consents = pgTable(
  "consents",
  {
    userId: uuid().notNull(),
    document: text({ enum: ["terms", "privacy"] }).notNull(),
    version: text().notNull(),
    givenAt: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.userId, t.document, t.version] })],
);

export const licences = pgTable(
  "licences",
  {
    id: uuid().primaryKey(),
    orgId: uuid().notNull(),
    /** A `LicenceKind` of app/domain/accounts/licences.ts: bar_admission, agency_licence, lawyer_certificate ... */
    kind: text().notNull(),
    holderName: text().notNull(),
    /** The member whose own licence it is; null where it is the organisation's, or nobody was named. */
    holderUserId: uuid(),
    number: text().notNull(),
    issuer: text().notNull(),
    /** The jurisdiction it is valid in: a pack's place (`US-CA`, `CN`). */
    territory: text().notNull(),
    validFrom: date({ mode: "string" }).notNull(),
    /** First day on which it no longer holds; null where the register names no end. */
    validTo: date({ mode: "string" }),
    status: text({ enum: licenceStatuses }).notNull(),
    proofDocumentId: uuid(),
    submittedAt: instant().notNull(),
    decidedAt: instant(),
    decidedBy: uuid(),
    /** The public register that was looked up, and when: a licence is verified only with both. */
    register: text(),
    registerCheckedAt: instant(),
    /** Proof of the look-up: a reference the register gives, or a print of its page. */
    lookUpReference: text(),
    lookUpDocumentId: uuid(),
    /** When the admins were asked for a fresh look-up; null again once one is made. */
    lookUpAskedAt: instant(),
    /** The last warning before the end that the holder was given, in days before it. */
    warnedDays: integer(),
    /** When it was told that its term is over. */
    lapseToldAt: instant(),
    /** What the admin told the holder when it was returned, refused or suspended. */
    reason: text(),
  },
  (t) => [
    index().on(t.orgId),
    index().on(t.status, t.submittedAt),
    uniqueIndex("licences_number_key").on(t.orgId, t.kind, t.territory, t.number),
    index("licences_same_number").on(t.kind, t.territory, t.number),
    index("licences_checked").on(t.registerCheckedAt).where(sql`${t.status} = 'verified'`),
    check(
      "licences_verified_has_register",
      sql`${t.status} <> 'verified' or (${t.register} is not null and ${t.registerCheckedAt} is not null)`,
    ),
  ],
);

export const notifications = pgTable(
  "notifications",
  {
    id: uuid().primaryKey(),
    userId: uuid().notNull(),
    /** A key below `notify.` in the catalogue. */
    kind: text().notNull(),
    values: jsonb().$type<Record<string, string | number>>().notNull(),
    href: text().notNull(),
    createdAt: instant().notNull(),
    readAt: instant(),
    /** Shown in the inbox; false for what its reader wants by mail alone. */
    inApp: boolean().notNull().default(true),
    /** Waits for its reader's next digest. */
    digestDue: boolean().notNull().default(false),
  },
  (t) => [
    index().on(t.userId, t.createdAt),
    index("notifications_unread").on(t.userId).where(sql`${t.readAt} is null and ${t.inApp}`),
    index("notifications_to_digest").on(t.userId, t.createdAt).where(sql`${t.digestDue}`),
  ],
);

/** Mail to platform users, written in the transaction that causes it and sent by the worker. */
export const mails = pgTable(
  "mails",
  {
    id: uuid().primaryKey(),
    toAddress: text().notNull(),
    locale: text().notNull(),
    subject: text().notNull(),
    body: text().notNull(),
    createdAt: instant().notNull(),
    sentAt: instant(),
    /** True once it lies in the demo outbox instead of an SMTP server. */
    demo: boolean().notNull().default(false),
    error: text(),
    /** Written in its reader's quiet hours: no job before this instant. */
    heldUntil: instant(),
    /** Where one click ends mails of this sort (RFC 8058). */
    unsubscribeUrl: text(),
  },
  (t) => [
    index().on(t.createdAt),
    index("mails_held").on(t.heldUntil).where(sql`${t.heldUntil} is not null`),
  ],
);

/** Who did what outside a case's timeline: licences, accounts, clock. Append-only by grant and trigger. */
export const auditEntries = pgTable(
  "audit_entries",
  {
    id: uuid().primaryKey(),
    at: instant().notNull(),
    actorUserId: uuid(),
    actorOrgId: uuid(),
    operation: text().notNull(),
    subjectKind: text().notNull(),
    subjectId: text().notNull(),
    details: jsonb().$type<Record<string, unknown>>().notNull(),
  },
  (t) => [index().on(t.subjectKind, t.subjectId), index().on(t.at)],
);

/** The table `rate-limiter-flexible` expects. */
export const rateLimits = pgTable("rate_limits", {
  key: varchar({ length: 255 }).primaryKey(),
  points: integer().notNull().default(0),
  expire: instant(),
});

/** One row at most, in demo and tests only: how far the product's clock stands ahead of the machine's. */
export const clockOffsets = pgTable(
  "clock_offsets",
  { id: integer().primaryKey(), offsetMs: bigint({ mode: "number" }).notNull() },
  (t) => [check("clock_offsets_single", sql`${t.id} = 1`)],
);

/** The secret address of a person's calendar. Only its hash is kept: whoever reads the table opens no calendar. */
export const calendarFeeds = pgTable(
  "calendar_feeds",
  {
    userId: uuid().primaryKey(),
    tokenHash: text().notNull(),
    createdAt: instant().notNull(),
    /** The last time a calendar program asked, by the day. */
    readAt: instant(),
  },
  (t) => [uniqueIndex("calendar_feeds_token_key").on(t.tokenHash)],
);
