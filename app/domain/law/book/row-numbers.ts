import type { Row } from "#app/domain/law/pack.ts";

/** A figure of a row that another text of the law may change: where it stands, and the word for it. */
export type RowNumber = {
  /** `guard-days`, `when-all-2-atMost`: members from the outside in; also the name of a form's field. */
  name: string;
  /** Key of `law_admin.number.*`: the last member. */
  word: string;
  /** The fact a limit belongs to, `debt.principal`. */
  fact: string | null;
  kind: "count" | "time";
  value: string;
};

/** Lists of codes are no figures. */
const notFigures = new Set(["weekdays", "in"]);

/** The figures of a row, in the order in which they stand. */
export const numbersOf = ({ guard, when }: Row): RowNumber[] => [
  ...figuresIn(guard, ["guard"]),
  ...figuresIn(when, ["when"]),
];

function figuresIn(value: unknown, path: readonly string[], holder: object | null = null): RowNumber[] {
  const word = path[path.length - 1];
  if (notFigures.has(word)) return [];
  const isTime = typeof value === "string" && /^\d{2}:\d{2}$/.test(value);
  if (typeof value === "number" || isTime) {
    const fact = holder && "fact" in holder ? String(holder.fact) : null;
    return [{ name: path.join("-"), word, fact, kind: isTime ? "time" : "count", value: String(value) }];
  }
  if (value === null || typeof value !== "object") return [];
  return Object.entries(value).flatMap(([member, inner]) => figuresIn(inner, [...path, member], value));
}

/** The row with other figures; names it does not have are left aside. */
export function withNumbers(row: Row, numbers: Readonly<Record<string, string>>): Row {
  const put = (value: unknown, path: readonly string[]): unknown => {
    const given = numbers[path.join("-")];
    if (typeof value === "number") return given === undefined ? value : Number(given);
    if (typeof value === "string") return /^\d{2}:\d{2}$/.test(value) ? (given ?? value) : value;
    if (Array.isArray(value)) return value.map((inner, at) => put(inner, [...path, String(at)]));
    if (value === null || typeof value !== "object") return value;
    return Object.fromEntries(
      Object.entries(value).map(([member, inner]) => [
        member,
        notFigures.has(member) ? inner : put(inner, [...path, member]),
      ]),
    );
  };
  const { guard, when } = row;
  const other = { ...row, guard: put(guard, ["guard"]), ...(when && { when: put(when, ["when"]) }) };
  return other as Row;
}
