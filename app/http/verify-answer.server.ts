import { data } from "@remix-run/node";
import type { z } from "zod";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { type VerifyLetter, verifyLetter } from "#app/use-cases/debtors/verify-letter.server.ts";

/** The answer to a code, typed or linked, with the status that tells the same. */
export async function verifiedAnswer(ctx: Ctx, asked: z.infer<typeof VerifyLetter>) {
  const verified = await verifyLetter(ctx, asked);
  if (verified.ok) return data({ verified: { kind: "genuine" as const, letter: verified.value } });
  switch (verified.error.kind) {
    case "not-ours":
      return data({ verified: { kind: "not-ours" as const } }, { status: 410 });
    case "too-many":
      return data(
        { verified: { kind: "too-many" as const } },
        { status: 429, headers: { "retry-after": String(verified.error.retryAfterSeconds) } },
      );
  }
}
