import * as cn from "#app/domain/law/series/published/cn.ts";
import * as de from "#app/domain/law/series/published/de.ts";
import * as gb from "#app/domain/law/series/published/gb.ts";
import * as us from "#app/domain/law/series/published/us.ts";
import type { Series } from "#app/domain/law/series/series.ts";

/** The series as this build carries them; what an administrator adds comes on top of these. */
export const publishedSeries: Series = {
  points: {
    "CN-LPR-1Y": cn.lpr1y,
    "GB-LPCDA-REFERENCE": gb.lpcdaReference,
    "DE-BASE-RATE": de.baseRate,
    "DE-ATTACHMENT": de.attachmentLimit,
    "DE-ATTACHMENT-FIRST": de.attachmentFirst,
    "DE-ATTACHMENT-FURTHER": de.attachmentFurther,
    ...us.usRates,
  },
  holidays: { CN: cn.cnHolidays, "GB-EW": gb.gbHolidays, ...de.deHolidays },
  fees: {
    "CN-ACCEPTANCE": cn.cnAcceptance,
    "CN-ENFORCEMENT": cn.cnEnforcement,
    "CN-PRESERVATION": cn.cnPreservation,
    "US-FEDERAL-FILING": us.usFederalFiling,
    "GB-ISSUE": gb.gbIssue,
    "GB-SMALL-HEARING": gb.gbSmallHearing,
    "GB-FIXED-COSTS": gb.gbFixedCosts,
    "DE-RVG": de.rvgFee,
    "DE-GKG": de.gkgFee,
  },
};
