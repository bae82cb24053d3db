import { baseOf, changesIn } from "#app/domain/law/book.ts";
import type { Facts } from "#app/domain/law/facts.ts";
import type { Pack } from "#app/domain/law/pack.ts";
import { packs, stageMoves } from "#app/domain/law/packs.ts";
import { canonicalJson } from "#app/domain/timeline/chain.ts";
import { brokenLinks, type Digest } from "#app/domain/timeline/chain-check.ts";
import { factsOf } from "#app/domain/timeline/facts.ts";
import { type LawCited, lawCited } from "./law-cited.ts";
import { type LoggedEvent, readLogLine } from "./log-line.ts";
import type { Manifest } from "./manifest.ts";
import { type Flaw, inLog } from "./verdict.ts";

type Checked = { flaws: Flaw[]; notes: string[]; events: LoggedEvent[] };

/** Everything that the log alone, and the log beside the manifest, can show to be wrong. */
export function checkLog(text: string, manifest: Manifest, digest: Digest): Checked {
  const { events, flaws } = readLog(text);
  const links = events.map(({ link }) => link);
  for (const { seq, what } of brokenLinks(links, digest)) flaws.push({ where: inLog(seq), what });
  const erased = events.find(isErasure)?.link.seq ?? 0;
  for (const event of events)
    flaws.push(
      ...flawsOf(event, manifest, digest),
      ...(event.link.seq < erased ? [] : missingProofs(event, manifest)),
    );
  const last = links.at(-1);
  const { head } = manifest;
  if (
    last?.seq !== head.seq ||
    last.hash !== head.hash ||
    last.recordedAt.toISOString() !== head.recordedAt
  ) {
    flaws.push({
      where: "log.jsonl",
      what: `rewritten or shortened: the manifest's head is event ${head.seq}`,
    });
  }
  if (last && last.stageAfter !== manifest.case.stage) {
    flaws.push({
      where: "manifest.json",
      what: `the case stands at ${manifest.case.stage}, its log at ${last.stageAfter}`,
    });
  }
  const moved = checkMoves(events);
  const notes = erased > 0 ? [erasedNote(erased), ...moved.notes] : moved.notes;
  return { flaws: [...flaws, ...moved.flaws], notes, events };
}

const isErasure = ({ payload }: LoggedEvent): boolean =>
  Object.entries(payload.refs ?? {}).some(([key, value]) => key === "erased" && value === "personal_data");

const erasedNote = (seq: number) =>
  `The debtor's personal data was erased at event ${seq}: documents and words of before are not in the bundle.`;

function readLog(text: string): { events: LoggedEvent[]; flaws: Flaw[] } {
  const flaws: Flaw[] = [];
  if (!text.endsWith("\n")) flaws.push({ where: "log.jsonl", what: "the last line is cut off" });
  const events = text
    .replace(/\n$/, "")
    .split("\n")
    .flatMap((line, at) => {
      const read = readLogLine(line);
      if (typeof read !== "string") return [read];
      flaws.push({ where: `log.jsonl line ${at + 1}`, what: read });
      return [];
    });
  return { events, flaws };
}

function flawsOf({ link, note, payload, decision }: LoggedEvent, manifest: Manifest, digest: Digest): Flaw[] {
  const flaws: Flaw[] = [];
  const found = (what: string) => flaws.push({ where: inLog(link.seq), what });
  if (link.caseId !== manifest.case.id) found("an event of another case");
  if (decision.pack.id !== link.packId || decision.pack.version !== link.packVersion) {
    found("decided under another pack than the one it names");
  }
  if (note && payload.noteHash !== digest(note.salt + note.text)) {
    found("the note is not the one that was recorded");
  }
  return flaws;
}

/** Documents that an event rests on are in the bundle, unless its debtor was erased later. */
function missingProofs({ link, payload }: LoggedEvent, manifest: Manifest): Flaw[] {
  const known = new Set(manifest.exhibits.map(({ id }) => id));
  return (payload.evidenceIds ?? [])
    .filter((id) => !known.has(id))
    .map((id) => ({ where: inLog(link.seq), what: `its proof ${id} is not among the exhibits` }));
}

/** The pack of this build, where the version is the build's own or carries approved changes on top of it. */
const packOf = (id: string, version: string): Pack | null =>
  packs.find((pack) => pack.id === id && pack.version === baseOf(version)) ?? null;

/** Approved changes copy a pack's stage moves to the new version, so that its build's part is enough to know them. */
function checkMoves(events: readonly LoggedEvent[]): { flaws: Flaw[]; notes: string[] } {
  const flaws: Flaw[] = [];
  const untold = new Set<string>();
  for (const { link } of events) {
    const pack = packOf(link.packId, link.packVersion);
    if (!pack) untold.add(`${link.packId} ${link.packVersion}`);
    else if (!isMove(pack, link)) {
      const { type, stageBefore, stageAfter } = link;
      flaws.push({
        where: inLog(link.seq),
        what: `the pack knows no move from ${stageBefore} to ${stageAfter} by ${type}`,
      });
    }
  }
  const notes = [...untold].map(
    (version) =>
      `This build does not know pack ${version} and cannot tell whether its stage moves are the pack's.`,
  );
  return { flaws, notes };
}

const isMove = (pack: Pack, { type, stageBefore, stageAfter }: LoggedEvent["link"]) =>
  stageMoves(pack).some(
    (move) => move.type === type && move.stageBefore === stageBefore && move.stageAfter === stageAfter,
  );

/** `facts.json`: the facts that the events brought, replayed. */
export const factsText = (events: readonly Pick<LoggedEvent, "payload">[]): string =>
  `${canonicalJson(factsOf(events as readonly { payload: { facts?: Facts } }[]))}\n`;

/** Whether `law.json` says what the decisions cite, and of this build's own rows from when to when they hold. */
export function checkLaw(law: LawCited, events: readonly LoggedEvent[]): { flaws: Flaw[]; notes: string[] } {
  const cited = lawCited(events, (id) => packs.find((pack) => pack.id === id)?.rows ?? []).rules;
  const flaws: Flaw[] = [];
  const untold: string[] = [];
  const named = (rule: LawCited["rules"][number]) => canonicalJson({ ...rule, validity: [] });
  const given = new Map(law.rules.map((rule) => [named(rule), rule]));
  if (law.rules.length !== cited.length || given.size !== cited.length) {
    flaws.push({
      where: "law.json",
      what: `lists ${law.rules.length} rules, the decisions cite ${cited.length}`,
    });
  }
  for (const rule of cited) {
    const found = given.get(named(rule));
    const where = inLog(rule.events[0]);
    if (!found)
      flaws.push({ where, what: `cites ${rule.rule} (${rule.citation}), and law.json does not say so` });
    else if (
      !rule.packVersions.every((version) => packOf(rule.packId, version) && changesIn(version) === 0)
    ) {
      untold.push(rule.rule);
    } else if (canonicalJson(found.validity) !== canonicalJson(rule.validity)) {
      flaws.push({ where: "law.json", what: `${rule.rule} does not hold from when to when it says` });
    }
  }
  if (untold.length === 0) return { flaws, notes: [] };
  const notes = [
    `This build does not carry the rules under which these were cited: ${[...new Set(untold)].join(", ")}.`,
  ];
  return { flaws, notes };
}
