import { mayKnowDebtor } from "#app/domain/cases/may-know-debtor.ts";
import type { EngagementContents, PaperText } from "#app/domain/engagements/contents.ts";
import { paperLanguages } from "#app/domain/engagements/contents.ts";
import { engagementPdf } from "#app/gateways/engagement-pdf.server.ts";
import { translator } from "#app/messages/catalogue.ts";
import { formatInstant } from "#app/messages/format.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { openDebtor } from "#app/use-cases/debtor.server.ts";
import { sightFor } from "#app/use-cases/sights.server.ts";
import { placeName, type Reader } from "./paper-text.ts";
import { engagementOf } from "./read-engagement.server.ts";

/**
 * The schedule to a power of attorney, which names the debtor: made out anew each time for whoever may know him, and kept nowhere. Null
 * before both sides have signed, when the mandate has ended, and for everybody else.
 */
export async function authoritySchedule(
  ctx: Ctx,
  caseId: string,
): Promise<{ bytes: Uint8Array; fileName: string } | null> {
  const found = await engagementOf(ctx, caseId);
  if (!found?.row.engagedAt || !found.row.authorityHash || !mayKnowDebtor(ctx.actor, found.kase)) return null;
  const look = { caseId, fields: ["name", "address"], purpose: "power_of_attorney" } as const;
  const debtor = await openDebtor(ctx.db, ctx, await sightFor(ctx, look));
  if (!debtor) return null;
  const contents: EngagementContents = JSON.parse(found.row.contents);
  const { code } = found.kase;
  const hash = found.row.authorityHash;
  const texts = paperLanguages(contents.case.jurisdiction).map((locale): PaperText => {
    const reader: Reader = { t: translator(locale), locale };
    const { t } = reader;
    const time = formatInstant(ctx.now.toISOString(), "UTC", locale);
    const rows: [string, string][] = [
      [t("poa.debtor_name"), debtor.person?.name ?? t("debtor.erased")],
      ...(debtor.person?.address
        ? [[t("poa.debtor_address"), debtor.person.address] satisfies [string, string]]
        : []),
      [t("poa.debtor_place"), placeName(debtor.placeCode, reader)],
    ];
    return {
      language: locale,
      title: t("poa.schedule_title", { case: code }),
      lead: t("poa.schedule_lead", { hash, time }),
      sections: [{ heading: t("poa.debtor"), rows, paragraphs: [] }],
    };
  });
  const bytes = await engagementPdf({ name: "Schedule", code, drawnUpAt: ctx.now, texts });
  return { bytes, fileName: `schedule-${code}.pdf` };
}
