import { z } from "zod";
import { placeOf } from "../places/register.ts";

/** Control and format characters hide in names and turn text around; no name needs them. */
const invisible = /[\p{Cc}\p{Cs}\p{Co}\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]/u;

const required = { error: "error.required" } as const;

/** One line of what a person or an organisation is called. */
const line = (longest: number) =>
  z
    .string(required)
    .trim()
    .min(1, "error.required")
    .max(longest, "error.too_long")
    .refine((text) => !invisible.test(text), "error.characters");

export const PersonName = line(100);
export const OrganizationName = line(160);
export const RegisterName = line(160);

/** Several lines that an admin writes to a holder. */
export const Reason = z
  .string(required)
  .trim()
  .min(10, "error.description_short")
  .max(2000, "error.too_long");

/** Lower-cased, so that one mailbox is one account. RFC 5321 4.5.3.1 bounds the length. */
export const EmailAddress = z
  .string(required)
  .trim()
  .toLowerCase()
  .max(254, "error.email")
  .pipe(z.email("error.email"));

/** The passwords that guessing starts with; a short one of them is too short anyway. */
const guessedFirst =
  /^(?:password|qwerty|letmein|welcome|iloveyou|admin|1234567890|0123456789|abcdefghij)[\W\d]*$/i;

/** At least ten characters, any characters (NIST SP 800-63B-4, 3.1.1.2); 128 at most bounds the work. */
export const NewPassword = z
  .string(required)
  .min(10, "error.password_short")
  .max(128, "error.password_long")
  .refine((text) => new Set(text).size > 3 && !guessedFirst.test(text), "error.password_guessable");

/** A password as given to be checked: nothing is said about its form. */
export const GivenPassword = z.string(required).min(1, "error.required").max(128, "error.password_wrong");

/** Six digits of an authenticator, however they were spaced. */
export const OneTimeCode = z
  .string(required)
  .transform((text) => text.replace(/\D/g, ""))
  .pipe(z.string().regex(/^\d{6}$/, "error.code_format"));

/** A code of an authenticator or a recovery code. */
export const SecondFactorCode = z
  .string(required)
  .trim()
  .min(6, "error.code_format")
  .max(40, "error.code_format");

/** The place of an organisation's seat: anywhere in the register but a whole country. */
export const Seat = z
  .string({ error: "error.choose" })
  .refine((code) => (placeOf(code)?.parent ?? null) !== null, "error.choose");

/** An unticked box is absent; nothing but a tick is an agreement. The message says what to agree to. */
const agreement = (message: string) => z.literal("yes", { error: message });

export const AcceptedTerms = agreement("error.agree_terms");
export const AcceptedPrivacy = agreement("error.agree_privacy");
export const Confirmed = agreement("error.confirm");

/** A random token in an address: 256 bits in base64url. Anything else cannot be one of ours. */
export const LinkToken = z.string().regex(/^[\w-]{43}$/, "error.invalid");

/** Who knocks, as the server saw it; the form cannot say it. */
export const Knock = { address: z.string().max(100), userAgent: z.string().max(1000).optional() };
