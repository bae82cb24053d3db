import type { AddFactRefusal } from "#app/use-cases/timeline/add-fact.server.ts";
import type { CloseRefusal } from "#app/use-cases/timeline/close-case.server.ts";
import type { FactRefusal } from "#app/use-cases/timeline/record-fact.server.ts";
import type { StepRefusal } from "#app/use-cases/timeline/record-step.server.ts";
import { notFound } from "./guard.ts";
import { type FormRefusal, refusedAt } from "./parse-form.ts";
import { refuse, tooMany } from "./respond.ts";

type RecordRefusal = StepRefusal | FactRefusal | AddFactRefusal | CloseRefusal;

/** Says at the right field why nothing was recorded on a case; `dateField` is where the form asks for the day. */
export function refusedRecord(error: RecordRefusal, values: FormRefusal["values"], dateField = "occurredOn") {
  const at = (status: number, field: string, key = `refusal.${error.kind}`) =>
    refuse(status, refusedAt(field, key, values));
  switch (error.kind) {
    case "case-not-found":
      throw notFound();
    case "too-many":
      return tooMany(error, values);
    case "amount":
      return at(422, error.field, "error.amount");
    case "field-needed":
      return at(422, error.field, "error.required");
    case "in-the-future":
    case "before-engagement":
      return at(422, dateField);
    case "payee-not-permitted":
      return at(422, "payee");
    case "no-such-time":
      return at(422, "occurredTime");
    case "proof-needed":
    case "file-empty":
    case "file-too-large":
    case "file-type":
    case "file-infected":
      return at(422, "proof");
    case "file-unchecked":
      return at(503, "proof");
    case "lawyers-only":
      return at(403, "form");
    case "creditor-only":
      return at(403, "closing");
    case "not-engaged":
    case "case-closed":
    case "already-stated":
    case "wrong-status":
    case "not-lawful":
      return at(409, "form");
  }
}
