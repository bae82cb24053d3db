import { randomBytes } from "node:crypto";
import { caseCodeBytes, caseCodeFrom } from "#app/domain/cases/case-code.ts";
import type { Tx } from "#db/client.ts";
import { takeCode } from "#db/queries/cases.ts";

/** Of 33 million codes a few are taken; that eight in a row are does not happen by chance. */
export async function freeCode(tx: Tx, caseId: string): Promise<string> {
  for (let attempt = 0; attempt < 8; attempt += 1) {
    const code = caseCodeFrom(randomBytes(caseCodeBytes));
    if (await takeCode(tx, code, caseId)) return code;
  }
  throw new Error("No free case code found");
}
