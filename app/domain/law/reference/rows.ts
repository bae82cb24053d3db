import { cnReference } from "#app/domain/law/reference/cn.data.ts";
import { deReference } from "#app/domain/law/reference/de.data.ts";
import { gbReference } from "#app/domain/law/reference/gb.data.ts";
import { platformReference } from "#app/domain/law/reference/platform.data.ts";
import { usReference } from "#app/domain/law/reference/us.data.ts";
import type { Confidence, Force } from "#app/domain/law/types.ts";

/** A row of the reference by its id: whose rule it is, how sure its text is, and where it stands. Null where the reference says nothing. */
export type ReferenceRows = Readonly<
  Record<string, readonly [force: Force | null, confidence: Confidence | null, citation: string | null]>
>;

export const referenceRows: ReferenceRows = {
  ...platformReference,
  ...usReference,
  ...cnReference,
  ...gbReference,
  ...deReference,
};
