import { type SQL, sql } from "drizzle-orm";
import { FacetCounter, type Facets, type Tally, tallyOf, tellsSorts } from "#app/domain/market/facets.ts";
import { wholeBranches } from "#app/domain/market/fields.ts";
import { both, type Narrowed } from "#app/domain/market/narrow.ts";
import { feeModels } from "#app/domain/tenders/terms.ts";
import type { Reader, Tx } from "#db/client.ts";
import { anyText, ofSort } from "./any-of.ts";

type Asked = {
  list: Narrowed;
  /** Places to be counted each under the name of a part. */
  parts: ReadonlyMap<string, string>;
};

type Row = {
  use: "listed" | "sum" | "sort" | "model" | "part" | "change";
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
  const rows = await reader.execute<Row>(statement({ list, parts }));
  const sorted = sumsOf(list) !== null;
  for (const row of rows) {
    if (row.use === "change") takeChange(counter, row, { list, parts });
    else take(counter, row.use, { ...tallyIn(row), ...partOf(row, parts) }, sorted);
  }
  return counter.counted();
}

const partOf = ({ use, place }: Row, parts: Asked["parts"]) =>
  use === "part" ? { place: parts.get(place) ?? place } : {};

function take(counter: FacetCounter, use: Exclude<Row["use"], "change">, tally: Tally, sorted: boolean) {
  if (use === "model") counter.addModel(tally);
  else if (use === "part") counter.addPlace(tally);
  else if (use === "sort") counter.add(tally, { sorted });
  else if (use === "sum") counter.addSorts(tally);
  else counter.listed(tally.rounds);
}

/** Three ways to read the same rows: the sums that make up the list, or where no sums do, a row a field and claim kind. */
function statement({ list, parts }: Asked): SQL {
  const { places, picks, agencyOnly } = list;
  const model = picks.model ?? "";
  const sums = sumsOf(list);
  const whole = sums ?? sql`field <> '' and claim_kind <> ''${fieldsOf(list)}`;
  const sorts = (wanted: SQL) =>
    sql`case when ${wanted} then slots end as slots, case when ${wanted} then figures end as figures`;
  const columns = sql`place, model, field, claim_kind as kind, ${agencyOnly ? sql`agency_rounds as rounds` : sql`rounds`}`;
  const apart = sql`${tellsSorts(list)}::boolean`;
  return sql`
    select 'listed' as use, place, model, field, claim_kind as kind, rounds, null as slots, null as figures
      from round_counts where place = ${anyText(places)} and model = ${model} and field = '' and claim_kind = ''
    union all
    select 'sum', ${columns}, ${sorts(sql`true`)} from round_counts
      where place = ${anyText(places)} and model = ${model} and ${sums ?? sql`false`}
    union all
    select 'sort', ${columns}, ${sorts(sums ? apart : sql`${apart} or (${whole})`)} from round_counts
      where place = ${anyText(places)} and model = ${model} and field <> '' and claim_kind <> ''
    union all
    select 'model', ${columns}, ${sorts(apart)} from round_counts
      where place = ${anyText(places)} and model = ${anyText(feeModels)} and ${whole}
    union all
    select 'part', ${columns}, ${sorts(apart)} from round_counts
      where place = ${anyText([...parts.keys()])} and model = ${model} and ${whole}
    union all
    select 'change', array_to_string(places, ' '), array_to_string(models, ' '), field, claim_kind, 1, slot::text, change::text
      from round_count_changes`;
}

/** The kept sums that make up a list's fields and claim kinds; null where only a row a field and claim kind can tell. */
function sumsOf({ sorts, picks }: Narrowed): SQL | null {
  const named = [...sorts, { fields: picks.fields, kinds: null }, { fields: null, kinds: picks.kinds }];
  const fields = named.map((each) => each.fields).reduce(both, null);
  const kinds = named.map((each) => each.kinds).reduce(both, null);
  if (named.some((each) => each.fields && each.kinds) || (fields && kinds)) return null;
  if (!fields) return sql`field = '' and claim_kind = ${kinds ? anyText(kinds) : sql`''`}`;
  const whole = wholeBranches(fields);
  return whole && sql`field = ${anyText(whole)} and claim_kind = ''`;
}

function fieldsOf({ sorts, picks }: Narrowed): SQL {
  return sql.join([
    ...sorts.map((each) => sql` and ${ofSort(each)}`),
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
