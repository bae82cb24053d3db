import { err, ok, type Result } from "../result.ts";
import type { Role } from "./actor.ts";
import type { LicenceInput } from "./licence-fields.ts";
import { latestDateIn } from "./licence-moves.ts";
import { checkNumber, mayHold, type NumberChecked, type NumberRefusal } from "./licences.ts";

/** The field to mend and the catalogue's key that says how. */
export type LicenceFlaw = {
  kind: "flaw";
  field: keyof LicenceInput;
  message:
    | NumberRefusal["kind"]
    | "error.licence_kind"
    | "error.licence_agency_cn"
    | "error.licence_territory"
    | "error.licence_over"
    | "error.date_future";
};

const flaw = (
  field: LicenceFlaw["field"],
  message: LicenceFlaw["message"],
): { ok: false; error: LicenceFlaw } => err({ kind: "flaw", field, message });

/** Whether a licence as described can exist for such a collector today; its number in stored form. */
export function checkLicence(role: Role, input: LicenceInput, now: Date): Result<NumberChecked, LicenceFlaw> {
  const held = mayHold(role, input.kind, input.territory);
  if (!held.ok) {
    if (held.error.kind === "no-agency-licence") return flaw("territory", "error.licence_agency_cn");
    if (held.error.kind === "wrong-territory") return flaw("territory", "error.licence_territory");
    return flaw("kind", "error.licence_kind");
  }
  const today = latestDateIn(input.territory, now);
  const number = checkNumber(input, today);
  if (!number.ok) return flaw("number", number.error.kind);
  if (input.validFrom > today) return flaw("validFrom", "error.date_future");
  if (input.validTo && input.validTo <= today) return flaw("validTo", "error.licence_over");
  return ok(number.value);
}
