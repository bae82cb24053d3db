import { data } from "@remix-run/node";
import type { Finding } from "#app/domain/law/types.ts";
import { type FormRefusal, refusedAt } from "./parse-form.ts";

type SigningRefused =
  | { kind: "nothing-to-sign" | "paper-changed" | "already-signed" | "too-late" | "over-cap" }
  | { kind: "not-capable"; decision: { findings: Finding[] } }
  | { kind: "code-wrong" | "code-over" }
  | { kind: "too-many"; retryAfterSeconds: number };

/** The form of a paper again, of a case's or a lot's mandate or of an amendment, with why it was not signed; `notCapable` is said of the law's no. */
export function refusedSigning(error: SigningRefused, values: FormRefusal["values"], notCapable: string) {
  const findings = error.kind === "not-capable" ? error.decision.findings : [];
  const refused = (field: string, key: string, init: Parameters<typeof data>[1]) =>
    data({ ...refusedAt(field, key, values), findings }, init);
  switch (error.kind) {
    case "nothing-to-sign":
    case "paper-changed":
    case "already-signed":
    case "too-late":
      return refused("form", `tender.refusal.${error.kind}`, 409);
    case "over-cap":
      return refused("form", "amendment.refusal.over-cap", 409);
    case "not-capable":
      return refused("form", notCapable, 409);
    case "code-wrong":
    case "code-over":
      return refused("code", `sign.refusal.${error.kind}`, 422);
    case "too-many":
      return refused("form", "error.too_many", {
        status: 429,
        headers: { "retry-after": String(error.retryAfterSeconds) },
      });
  }
}
