import { debtorDay } from "#app/domain/cases/debtor-day.ts";
import { placeOf } from "#app/domain/places/register.ts";
import {
  type Mapping,
  type MappingFile,
  type MappingRefusal,
  mappingFor,
  signatureText,
} from "#app/domain/portfolios/mapping.ts";
import { ok, type Result } from "#app/domain/result.ts";
import { sha256 } from "#app/gateways/secrets.server.ts";
import { openTable, type Table } from "#app/gateways/tables/table-file.server.ts";
import type { TableRefusal } from "#app/gateways/tables/table-refusal.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { organizationOf } from "#db/queries/organizations.ts";
import { rememberedMapping } from "#db/queries/portfolios.ts";

export type FileRefusal = TableRefusal | MappingRefusal;

export type OpenedFile = {
  table: Table;
  fileName: string;
  /** What was asked for, or remembered from the creditor's last file with these headers. */
  asked: MappingFile;
  remembered: boolean;
  mapping: Mapping;
  signature: string;
  today: string;
};

export type ImportSource = { path: string; fileName: string; asked: MappingFile | null };

export const signatureOf = (headers: readonly string[]): string => sha256(signatureText(headers));

/** Opens a file of claims and finds how its rows are to be read, for the creditor who acts. */
export async function openImport(
  ctx: Ctx,
  { path, fileName, asked }: ImportSource,
): Promise<Result<OpenedFile, FileRefusal>> {
  const table = await openTable(path);
  if (!table.ok) return table;
  const orgId = ctx.actor.orgId ?? "";
  const organization = await organizationOf(ctx.db, orgId);
  const home = organization ? (placeOf(organization.placeCode)?.country ?? null) : null;
  const signature = signatureOf(table.value.headers);
  const kept = await rememberedMapping(ctx.db, orgId, signature);
  const wanted = { ...kept, ...asked };
  const { headers, sample } = table.value;
  const mapping = mappingFor({ headers, rows: sample, fileName }, wanted, home);
  if (!mapping.ok) return mapping;
  return ok({
    table: table.value,
    fileName,
    asked: wanted,
    remembered: kept !== null && asked === null,
    mapping: mapping.value,
    signature,
    today: debtorDay(organization ? (placeOf(organization.placeCode)?.zones ?? []) : [], ctx.now),
  });
}
