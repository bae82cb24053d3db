import type { Ctx } from "#app/use-cases/ctx.ts";

/** The law asks whether two calls went to one number, not which: the log keeps a mark of it that tells nothing else. */
export const numberMark = ({ secrets }: Pick<Ctx, "secrets">, caseId: string, number: string): string =>
  secrets.mac("debtor-number", `${caseId}\n${number.replace(/[^+\d]/g, "")}`);
