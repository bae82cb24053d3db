import type { ChangeFlaw } from "#app/domain/law/book/flaws.ts";
import type { LawDecisionRefusal } from "#app/use-cases/decide-law-change.server.ts";
import type { UploadRefusal } from "#app/use-cases/keep-document.server.ts";
import type { ProposalRefusal } from "#app/use-cases/propose-law-change.server.ts";
import { notFound } from "./guard.ts";
import { type FormRefusal, refusedAt } from "./parse-form.ts";
import { refuse, tooMany } from "./respond.ts";

/** What is wrong with a change of law as proposed, at its field. */
export function refuseProposal(error: ProposalRefusal | UploadRefusal, values: FormRefusal["values"]) {
  switch (error.kind) {
    case "not-allowed":
      throw notFound();
    case "flaw":
      return refuse(422, refusedAt(error.flaw.field, error.flaw.message, values));
    case "too-many":
      return tooMany(error, values);
    case "file-empty":
      return refuse(422, refusedAt("proof", "error.file_missing", values));
    case "file-too-large":
      return refuse(422, refusedAt("proof", "error.file_large", values));
    case "file-type":
      return refuse(422, refusedAt("proof", "error.file_type", values));
    case "file-infected":
      return refuse(422, refusedAt("proof", "error.file_infected", values));
    case "file-unchecked":
      return refuse(503, refusedAt("proof", "error.file_unchecked", values));
  }
}

/** Why a proposal is not decided, or not by this admin. */
export function refuseDecision(
  error: LawDecisionRefusal | { kind: "flaw"; flaw: ChangeFlaw },
  values: FormRefusal["values"],
) {
  switch (error.kind) {
    case "not-allowed":
    case "no-such-change":
      throw notFound();
    case "decided":
      return refuse(409, refusedAt("form", "error.law.decided", values));
    case "own-proposal":
      return refuse(409, refusedAt("form", "error.law.own_proposal", values));
    case "not-yours":
      return refuse(409, refusedAt("form", "error.law.not_yours", values));
    case "flaw":
      return refuse(409, refusedAt("form", error.flaw.message, values));
  }
}
