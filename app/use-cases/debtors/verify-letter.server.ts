import { z } from "zod";
import { system } from "#app/domain/accounts/actor.ts";
import { readLetterCode } from "#app/domain/contact/letter-code.ts";
import type { TemplateLanguage } from "#app/domain/contact/templates/template.ts";
import { languageOf } from "#app/domain/contact/templates.ts";
import type { SatisfactionContent } from "#app/domain/papers/content.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import { dateIn } from "#app/domain/timeline/local-time.ts";
import type { TooMany } from "#app/gateways/rate-limits.server.ts";
import { letterBehind, paperBehind } from "#app/use-cases/contact/letter-code.server.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { contentOf } from "#app/use-cases/issue-paper.server.ts";
import { limit } from "#app/use-cases/limit.server.ts";
import { findCase } from "#db/queries/cases.ts";
import type { ContactMessage } from "#db/queries/contact.ts";
import { mandateOver } from "#db/queries/engagements.ts";
import { licenceById } from "#db/queries/licences.ts";
import { organizationOf } from "#db/queries/organizations.ts";
import { cancellationOf, type PaperRow } from "#db/queries/papers.ts";
import { zoneOf } from "#db/queries/subjects.ts";

export const VerifyLetter = z.object({ code: z.string("error.required"), address: z.string() });

/** Who sent a letter and when. Nothing of what it is about. */
export type GenuineLetter = {
  what: "letter";
  language: TemplateLanguage;
  firm: string;
  licence: { kind: string; number: string; issuer: string } | null;
  sentOn: string;
  channel: ContactMessage["channel"];
  /** Whether the firm still acts in the matter. */
  acts: boolean;
};

/** Who says that nothing more is owed, and whether that still holds. Nothing of the claim. */
export type GenuinePaper = {
  what: "paper";
  language: TemplateLanguage;
  firm: string;
  number: string;
  issuedOn: string;
  withdrawnOn: string | null;
};

export type NotGenuine = { kind: "not-ours" } | TooMany;

/**
 * Says whether a letter with this code went out through the product. Whatever is wrong with the code, the answer is one and the same. A slip
 * of the pen, which the code itself tells, costs no try.
 */
export async function verifyLetter(
  ctx: Ctx,
  { code, address }: z.infer<typeof VerifyLetter>,
): Promise<Result<GenuineLetter | GenuinePaper, NotGenuine>> {
  if (readLetterCode(code)) {
    const allowed = await limit(ctx, "letterCode", [address]);
    if (!allowed.ok) return allowed;
  }
  const [letter, paper] = await Promise.all([
    letterBehind(ctx.db, ctx, code),
    paperBehind(ctx.db, ctx, code),
  ]);
  if (letter) return ok(await told(ctx, letter));
  return paper ? ok(await toldOfPaper(ctx, paper)) : err({ kind: "not-ours" });
}

const languages: Partial<Record<string, TemplateLanguage>> = { DE: "de", CN: "zh" };

/** In the language of the claim's law. A withdrawn paper is genuine and does not hold. */
async function toldOfPaper({ db }: Ctx, paper: PaperRow): Promise<GenuinePaper> {
  const { jurisdiction, issuer } = contentOf(paper) as SatisfactionContent;
  const undone = await cancellationOf(db, paper);
  return {
    what: "paper",
    language: languages[jurisdiction.slice(0, 2)] ?? "en",
    firm: issuer.name,
    ...{ number: paper.number, issuedOn: paper.issuedOn, withdrawnOn: undone?.issuedOn ?? null },
  };
}

async function told({ db }: Ctx, letter: ContactMessage): Promise<GenuineLetter> {
  const [kase, zone, firm, mandate] = await Promise.all([
    findCase(db, system, letter.caseId),
    zoneOf(db, letter.caseId),
    organizationOf(db, letter.askedByOrgId),
    mandateOver(db, letter.caseId),
  ]);
  const acts = kase?.status === "engaged" && kase.collectorOrgId === letter.askedByOrgId;
  const licence = acts && mandate?.licenceId ? await licenceById(db, mandate.licenceId) : null;
  return {
    what: "letter",
    language: languageOf(letter.templateId),
    firm: firm?.name ?? "",
    licence: licence && { kind: licence.kind, number: licence.number, issuer: licence.issuer },
    sentOn: dateIn(zone, letter.claimedAt ?? letter.askedAt),
    channel: letter.channel,
    acts,
  };
}
