import type { CivilDate } from "#app/domain/law/calendar/civil.ts";
import type { FeeTable } from "#app/domain/law/money/fee-table.ts";
import type { PackId, Row } from "#app/domain/law/pack.ts";
import type { Point } from "#app/domain/law/series/series.ts";

export const changeKinds = ["series", "row", "signature"] as const;

export const changeStatuses = ["proposed", "approved", "refused", "withdrawn"] as const;
export type ChangeStatus = (typeof changeStatuses)[number];

/** What is added to a series: nothing that was verified before is ever rewritten. */
export type SeriesBody =
  | { what: "points"; points: Point[]; coverageEnd: CivilDate }
  | { what: "holidays"; year: number; off: string[]; work: string[] }
  | { what: "fees"; from: CivilDate; table: FeeTable };

/** A row from a day on: the one in force is replaced or ended there, or a new one begins. */
export type RowBody = { what: "replace"; row: Row } | { what: "end" } | { what: "add"; row: Row };

/** Counsel's signature under the version that counsel read, with the paper that proves it. */
export type SignatureBody = {
  /** The pack's version as it was read. */
  version: string;
  signedOffBy: string;
  signedOffOn: CivilDate;
  /** First day on which the pack must have been reviewed again. */
  reviewBy: CivilDate;
  documentId: string;
  documentHash: string;
};

export type LawChangeBody = SeriesBody | RowBody | SignatureBody;

type Common = {
  id: string;
  packId: PackId;
  /** A series' id, a row's key, or the pack's id for a signature. */
  subject: string;
  citation: string;
  /** First civil date on which it counts; of a row, the day the rule changes. */
  effectiveOn: CivilDate;
};

/** A change to the law book, as its author proposes it and another admin decides it. */
export type LawChange = Common &
  (
    | { kind: "series"; body: SeriesBody }
    | { kind: "row"; body: RowBody }
    | { kind: "signature"; body: SignatureBody }
  );
