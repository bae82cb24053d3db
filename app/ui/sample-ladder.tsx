import { dateOf, dayOf, weekdayOf } from "#app/domain/law/calendar/civil.ts";
import { formatMoney } from "#app/messages/format.ts";
import type { T } from "#app/messages/translate.ts";
import { Ladder, type Prerequisite, type Rung } from "./ladder.tsx";
import { useLocale, useT } from "./messages.tsx";

/** An invented case on the third rung, drawn by the component that draws real ones. */
export function SampleLadder({ today }: { today: string }) {
  const t = useT();
  const amount = formatMoney(18_400_00, "USD", useLocale());
  return <Ladder title={t("sample.title", { amount })} rungs={sampleRungs(t, today)} today={today} />;
}

/** The waits are those of the platform's ladder (POL-LADDER-01 to 08), counted from a demand on this week's Monday. */
function sampleRungs(t: T, today: string): Rung[] {
  const monday = dayOf(today) - ((weekdayOf(dayOf(today)) + 6) % 7);
  const day = (offset: number) => dateOf(monday + offset);
  const policy = (rule: string, text: string, state: Prerequisite["state"]): Prerequisite => ({
    state,
    text,
    sources: [{ rule, force: "POL" }],
  });
  return [
    {
      stage: "reminder",
      state: "done",
      title: t("sample.reminder"),
      note: t("sample.reminder.note"),
      date: day(-14),
      prereqs: [policy("POL-LADDER-01", t("sample.reminder.due"), "met")],
    },
    {
      stage: "contact",
      state: "done",
      title: t("sample.contact"),
      note: t("sample.contact.note"),
      date: day(-10),
      prereqs: [
        policy("POL-LADDER-02", t("sample.contact.wait"), "met"),
        policy("POL-LADDER-08", t("sample.contact.hours"), "met"),
      ],
    },
    {
      stage: "formal_demand",
      state: "now",
      title: t("sample.demand"),
      note: t("sample.demand.note"),
      date: day(0),
      prereqs: [
        policy("POL-LADDER-03", t("sample.demand.wait"), "met"),
        policy("POL-LADDER-03", t("sample.demand.account"), "met"),
      ],
    },
    {
      stage: "lawyer_letter",
      state: "next",
      title: t("sample.letter"),
      note: t("sample.letter.note"),
      earliest: day(7),
      prereqs: [policy("POL-LADDER-04", t("sample.letter.wait"), "waits")],
    },
    {
      stage: "mediation",
      state: "next",
      title: t("sample.mediation"),
      note: t("sample.mediation.note"),
      prereqs: [policy("POL-LADDER-05", t("sample.mediation.demand"), "met")],
    },
    {
      stage: "lawsuit",
      state: "blocked",
      title: t("sample.suit"),
      blockedReason: t("sample.suit.reason"),
      prereqs: [
        policy("POL-LADDER-06", t("sample.suit.wait"), "waits"),
        policy("POL-LADDER-07", t("sample.suit.time"), "met"),
        { state: "missing", text: t("sample.suit.lawyer"), sources: [] },
      ],
    },
    {
      stage: "enforcement",
      state: "blocked",
      title: t("sample.enforcement"),
      blockedReason: t("sample.enforcement.reason"),
      prereqs: [{ state: "missing", text: t("sample.enforcement.title"), sources: [] }],
    },
  ];
}
