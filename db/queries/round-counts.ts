import { type SQL, sql } from "drizzle-orm";
import {
  FacetCounter,
  type Facets,
  type Tally,
  tallyOf,
  tellsSorts,
  wholeList,
} from "#app/domain/market/facets.ts";
import type { Narrowed } from "#app/domain/market/narrow.ts";
import { feeModels } from "#app/domain/tenders/terms.ts";
import type { Reader, Tx } from "#db/client.ts";
import { anyText } from "./any-of.ts";

type Asked = {
  list: Narrowed;
  /** Places to be counted each under the name of a part. */
  parts: ReadonlyMap<string, string>;
};

type Row = {
  use: "all" | "sort" | "model" | "part" | "change";
  place: string;
  model: string;
  field: string;
  kind: string;
  rounds: number;
  slots: string | null;
  figures: string | null;
};

/**
 * The figures of a list's facets: exact at this moment, at a cost that does not grow with the number of rounds. One statement, so
 * that a change being folded meanwhile is seen once. Sorts are read only where they are told apart.
 */
export async function countedFacets(reader: Reader, { list, parts }: Asked): Promise<Facets> {
  const counter = new FacetCounter(list);
  const whole = wholeList(list);
  const rows = await reader.execute<Row>(statement({ list, parts }, { whole, apart: tellsSorts(list) }));
  for (const row of rows) {
    if (row.use === "change") takeChange(counter, row, { list, parts });
    else take(counter, row.use, { ...tallyIn(row), ...partOf(row, parts) }, whole);
  }
  return counter.counted();
}

const partOf = ({ use, place }: Row, parts: Asked["parts"]) =>
  use === "part" ? { place: parts.get(place) ?? place } : {};

function take(counter: FacetCounter, use: Exclude<Row["use"], "change">, tally: Tally, whole: boolean) {
  if (use === "model") counter.addModel(tally);
  else if (use === "part") counter.addPlace(tally);
  else if (use === "sort") counter.add(tally, { sorted: whole });
  else {
    counter.listed(tally.rounds);
    if (whole) counter.addSorts(tally);
  }
}

function statement({ list, parts }: Asked, { whole, apart }: { whole: boolean; apart: boolean }): SQL {
  const { places, picks, agencyOnly } = list;
  const model = picks.model ?? "";
  const conditions = whole ? sql`field = ''` : sql`field <> ''${fieldsOf(list)}`;
  const sorts = (wanted: SQL) => sql`case when ${wanted} then array_to_string(slots, ',') end as slots,
    case when ${wanted} then array_to_string(figures, ',') end as figures`;
  const rounds = agencyOnly ? sql`agency_rounds as rounds` : sql`rounds`;
  const columns = sql`place, model, field, claim_kind as kind, ${rounds}`;
  const told = sorts(sql`${apart}::boolean`);
  return sql`
    select 'all' as use, place, model, field, claim_kind as kind, rounds, ${sorts(sql`${whole}::boolean`)}
      from round_counts where place = ${anyText(places)} and model = ${model} and field = ''
    union all
    select 'sort', ${columns}, ${sorts(sql`${apart}::boolean or (not ${whole}::boolean and ${conditions})`)}
      from round_counts where place = ${anyText(places)} and model = ${model} and field <> ''
    union all
    select 'model', ${columns}, ${told} from round_counts
      where place = ${anyText(places)} and model = ${anyText(feeModels)} and ${conditions}
    union all
    select 'part', ${columns}, ${told} from round_counts
      where place = ${anyText([...parts.keys()])} and model = ${model} and ${conditions}
    union all
    select 'change', array_to_string(places, ' '), array_to_string(models, ' '), field, claim_kind, 1, slot::text, change::text
      from round_count_changes`;
}

function fieldsOf({ sorts, picks }: Narrowed): SQL {
  return sql.join([
    ...sorts.map(
      ({ fields, kinds }) =>
        sql` and (field = ${anyText(fields ?? [])} or claim_kind = ${anyText(kinds ?? [])})`,
    ),
    ...(picks.fields ? [sql` and field = ${anyText(picks.fields)}`] : []),
    ...(picks.kinds ? [sql` and claim_kind = ${anyText(picks.kinds)}`] : []),
  ]);
}

const numbers = (text: string): number[] => (text === "" ? [] : text.split(",").map(Number));

const tallyIn = ({ place, model, field, kind, rounds, slots, figures }: Row): Tally => ({
  place,
  model,
  field,
  claimKind: kind,
  rounds,
  slots: slots === null ? null : numbers(slots),
  figures: numbers(figures ?? ""),
});

/** A round that came or went since the last folding counts wherever its place and its fee models do. */
function takeChange(counter: FacetCounter, row: Row, { list, parts }: Asked) {
  const [at, models] = [row.place.split(" "), row.model.split(" ")];
  const asked = list.picks.model ?? "";
  const cell = {
    field: row.field,
    claimKind: row.kind,
    slot: Number(row.slots),
    figure: Number(row.figures),
  };
  const fits = asked === "" || models.includes(asked);
  for (const place of list.places.filter((each) => at.includes(each))) {
    if (fits) {
      counter.listed(cell.figure);
      counter.add(tallyOf({ ...cell, place, model: asked }), { sorted: false });
    }
    for (const model of models.filter(Boolean)) counter.addModel(tallyOf({ ...cell, place, model }));
  }
  for (const [code, place] of fits ? parts : []) {
    if (at.includes(code)) counter.addPlace(tallyOf({ ...cell, place, model: asked }));
  }
}

/** Adds the oldest changes to the counts; says how many there were. */
export async function foldRoundCounts(tx: Tx, batch: number): Promise<number> {
  const [row] = await tx.execute<{ folded: number }>(sql`select fold_round_counts(${batch}) as folded`);
  return row.folded;
}
