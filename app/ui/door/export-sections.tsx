import { Card } from "#app/ui/card.tsx";
import { KeyValue } from "#app/ui/key-value.tsx";

export type ExportShown = {
  title: string;
  lead: string;
  sections: { heading: string; rows: [label: string, value: string][]; paragraphs: string[] }[];
};

/** What is kept about a debtor, part by part, in words that are ready. */
export function ExportSections({ sections }: Pick<ExportShown, "sections">) {
  return sections.map(({ heading, rows, paragraphs }, at) => (
    <Card key={`${at} ${heading}`} title={heading}>
      {rows.length > 0 && <Rows rows={rows} />}
      {paragraphs.map((text, nth) => (
        <p key={`${nth} ${text.slice(0, 20)}`} className="as-written">
          <bdi>{text}</bdi>
        </p>
      ))}
    </Card>
  ));
}

/** Two entries may bear the same moment: of those the values stand under one label. */
function Rows({ rows }: { rows: ExportShown["sections"][number]["rows"] }) {
  const byLabel = new Map<string, string[]>();
  for (const [label, value] of rows) byLabel.set(label, [...(byLabel.get(label) ?? []), value]);
  return (
    <KeyValue
      pairs={[...byLabel].map(([label, values]) => ({
        label,
        value: values.map((value, at) => (
          <span key={`${at} ${value.slice(0, 20)}`} className="entry">
            <bdi>{value}</bdi>
          </span>
        )),
      }))}
    />
  );
}
