import { data } from "@remix-run/node";
import type { EvidenceRefusal } from "#app/use-cases/evidence/keep-evidence.server.ts";
import type { UploadRefusal } from "#app/use-cases/keep-document.server.ts";
import { type FormRefusal, refusedAt } from "./parse-form.ts";
import { refuse, tooMany } from "./respond.ts";

/** Says at the file's field why a document was not taken; a copy is named by what it is already kept as. */
export function refusedUpload(
  error: UploadRefusal | EvidenceRefusal,
  values: FormRefusal["values"],
  field = "file",
) {
  const atFile = (key: string) => refuse(422, refusedAt(field, key, values));
  switch (error.kind) {
    case "file-empty":
      return atFile("error.file_missing");
    case "file-too-large":
      return atFile("error.file_large");
    case "file-type":
      return atFile("error.file_type");
    case "file-infected":
      return atFile("error.file_infected");
    case "file-unchecked":
      return refuse(503, refusedAt(field, "error.file_unchecked", values));
    case "duplicate-evidence":
      return data({ ...refusedAt(field, "error.file_duplicate", values), duplicateOf: error.title }, 422);
    case "too-much-evidence":
      return atFile("error.file_count");
    case "too-many":
      return tooMany(error, values);
  }
}
