import type { LicenceFlaw } from "#app/domain/accounts/check-licence.ts";
import type { UploadRefusal } from "#app/use-cases/keep-document.server.ts";
import { type FormRefusal, refusedAt } from "./parse-form.ts";
import { refuse, tooMany } from "./respond.ts";

type Filing = UploadRefusal | LicenceFlaw | { kind: "licence-exists" };

/** What is wrong with a licence as filed, at its field. */
export function refuseFiling(error: Filing, values: FormRefusal["values"]) {
  switch (error.kind) {
    case "too-many":
      return tooMany(error, values);
    case "flaw":
      return refuse(422, refusedAt(error.field, error.message, values));
    case "licence-exists":
      return refuse(409, refusedAt("number", "error.licence_exists", values));
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
