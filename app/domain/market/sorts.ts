import { debtorKinds } from "#app/domain/cases/answers.ts";
import { ageBands, amountBands } from "./bands.ts";

/** What the market counts rounds by, beside place, field, claim kind and fee model. */
export type Sort = {
  debtorKind: (typeof debtorKinds)[number];
  amountBand: number;
  ageBand: number;
  agencyOpen: boolean;
};

/** Every sort by its number, as the database numbers it (`round_sort`): debtor kind first, openness to agencies last. */
export const sorts: readonly Sort[] = debtorKinds.flatMap((debtorKind) =>
  amountBands.flatMap((amount) =>
    ageBands.flatMap((age) =>
      [false, true].map((agencyOpen) => ({ debtorKind, amountBand: amount, ageBand: age, agencyOpen })),
    ),
  ),
);

const numbers = new Map(sorts.map((sort, number) => [keyOf(sort), number]));

function keyOf({ debtorKind, amountBand, ageBand, agencyOpen }: Sort): string {
  return `${debtorKind} ${amountBand} ${ageBand} ${agencyOpen}`;
}

/** A sort's number. */
export const numberOf = (sort: Sort): number => numbers.get(keyOf(sort)) ?? 0;
