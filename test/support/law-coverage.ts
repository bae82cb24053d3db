import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { coverageStatuses } from "#app/domain/law/coverage-statuses.ts";
import { type CoverageRow, type CoverageView, coverageView } from "#app/domain/law/coverage-view.ts";
import { packs } from "#app/domain/law/packs.ts";
import { publishedSeries } from "#app/domain/law/series/published.ts";
import { translator } from "#app/messages/catalogue.ts";
import { checkOf } from "#app/messages/finding.ts";
import { projectRoot } from "./project.ts";

export const coverageFile = join(projectRoot, "docs/law-coverage.md");

const t = translator("en");
const countryName = (country: CoverageRow["country"]) =>
  country === "common" ? t("lawpage.common") : t(`law.pack.${country}`);

/** A line of a table; what would end a cell is written so that it does not. */
const row = (...cells: (string | number)[]) =>
  `| ${cells.map((cell) => String(cell).replaceAll("|", "\\|").replaceAll("\n", " ")).join(" | ")} |`;
const head = (...names: string[]) => [row(...names), row(...names.map(() => "---"))];

function validity({ effective, until }: CoverageRow): string {
  if (until) return `${effective ?? ""} – before ${until}`;
  return effective ? `from ${effective}` : "";
}

function ruleLine(line: CoverageRow): string {
  const { id, status, force, confidence, citation, tests, note, texts } = line;
  const where = [...texts, ...(note ? [note] : [])].join(" · ");
  const cells = [force ?? "", confidence ?? "", citation ?? "", validity(line), where, tests.join(", ")];
  return row(id, t(`lawpage.status.${status}`), ...cells);
}

function countLines({ counts, packs }: CoverageView): string[] {
  return counts.map(({ country, total, by }) => {
    const pack = packs.find(({ id }) => id === country);
    const signed = pack?.signedOffBy ? `signed by ${pack.signedOffBy} on ${pack.signedOffOn}` : "not signed";
    const state = pack ? `${pack.version}, ${signed}` : "";
    return row(countryName(country), state, ...coverageStatuses.map((status) => by[status]), total);
  });
}

/** `docs/law-coverage.md`: what `/law` shows, for whoever reads the repository. */
export function coverageDocument(): string {
  const view = coverageView({
    packs,
    typed: { country: "", force: "", status: "", q: "" },
    series: publishedSeries,
    tell: ({ note }) => note,
    say: (check, rule) => checkOf({ check, rule }, { t, locale: "en", zone: "UTC" }),
  });
  const statuses = coverageStatuses.map((status) => t(`lawpage.status.${status}`));
  const parts = view.counts.flatMap(({ country }) => [
    "",
    `## ${countryName(country)}`,
    "",
    ...head(
      "Rule",
      "Status",
      "Force",
      "Confidence",
      "Source",
      "In force",
      "Asks, lives, or why not",
      "Tests",
    ),
    ...view.rows.filter((line) => line.country === country).map(ruleLine),
  ]);
  const series = view.series.map(({ id, kind, newest, coverageEnd, source }) =>
    row(
      id,
      t(`lawpage.kind.${kind}`),
      newest ?? "",
      coverageEnd ?? (kind === "fees" ? "next table" : "nothing on file"),
      source,
    ),
  );
  return [
    "# What of the law is encoded",
    "",
    "Written by `npm run law:coverage` out of the packs; the same rows stand at `/law`. A test named by a row's key (`test/domain/law/rows.test.ts`) fails without the row; ids with",
    "`TV` are worked examples of the reference. *Counsel decides*: of low confidence, so that it warns and permits nothing by itself.",
    "",
    ...head("Country", "Pack", ...statuses, t("lawpage.total")),
    ...countLines(view),
    ...parts,
    "",
    "## Rates, holidays and fees on file",
    "",
    ...head("Series", "Kind", "Newest value from", "Verified to", "Source"),
    ...series,
    "",
  ].join("\n");
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  writeFileSync(coverageFile, coverageDocument());
  console.log(`Wrote ${coverageFile}`);
}
