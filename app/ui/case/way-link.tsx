import { Link } from "@remix-run/react";
import type { ReaderWay } from "#app/domain/timeline/ways-out.ts";
import { factName } from "#app/messages/finding.ts";
import type { T } from "#app/messages/translate.ts";
import { useT } from "#app/ui/messages.tsx";

type WaysProps = {
  ways: ReaderWay[];
  caseId: string;
  /** Whether the reader is the creditor, who hears of a collector of theirs. */
  isCreditor: boolean;
  /** Whether steps can be recorded yet. */
  isEngaged: boolean;
};

/** Where what is missing is brought: a link for whoever may, a word on who can for everybody else, or why nobody can. */
export function Ways({ ways, ...about }: WaysProps) {
  if (ways.length === 0) return null;
  return (
    <span className="ways">
      {ways.map((way) => (
        <WayOut key={JSON.stringify(way)} way={way} {...about} />
      ))}
    </span>
  );
}

export function WayOut({ way, caseId, isCreditor, isEngaged }: Omit<WaysProps, "ways"> & { way: ReaderWay }) {
  const t = useT();
  if (way.to === "nobody") return <span>{t(`ladder.nobody.${way.why}`)}</span>;
  const act = nameOf(way, t);
  if (way.mine) return <Link to={addressOf(way, caseId)}>{act}</Link>;
  const isStep = way.to === "step" || way.to === "words";
  if (isStep && !isEngaged) return <span>{t("ladder.by.later", { act })}</span>;
  const by = way.by === "collector" && isCreditor ? "your_collector" : (way.by ?? "party");
  return <span>{t(`ladder.by.${by}`, { act })}</span>;
}

type Passable = Exclude<ReaderWay, { to: "nobody" }>;

function nameOf(way: Passable, t: T): string {
  switch (way.to) {
    case "fact":
      return way.fact ? t("ladder.way.fact", { fact: factName(way.fact, t) }) : t("ladder.way.fact_any");
    case "record":
      return t("ladder.way.record", { what: t(`event.${way.type}`) });
    case "step":
      return way.type ? t(`law.action.${way.type}`) : t("ladder.way.step");
    default:
      return t(`ladder.way.${way.to}`);
  }
}

function addressOf(way: Passable, caseId: string): string {
  const at = `/cases/${caseId}`;
  switch (way.to) {
    case "fact":
      return way.fact ? `${at}/add-fact?fact=${encodeURIComponent(way.fact)}` : `${at}/add-fact`;
    case "record":
      return `${at}/record?type=${way.type}`;
    case "step":
      if (way.type === "visit") return `${at}/visit`;
      return way.type ? `${at}/step?type=${way.type}` : `${at}/step`;
    case "words":
      return `${at}/words?type=${way.type}`;
    case "engagement":
    case "bids":
    case "edit":
      return `${at}/${way.to}`;
    case "licences":
      return "/licences";
    case "licence_review":
      return "/admin/licences";
    case "case_review":
      return `/admin/cases/${caseId}`;
    case "law":
      return "/admin/law";
  }
}
