import type { RungView as Rung } from "#app/domain/timeline/ladder-view.ts";
import { earliestOf } from "#app/messages/finding.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { useLocale, useT } from "#app/ui/messages.tsx";
import { NextStep } from "#app/ui/notice.tsx";
import type { CasePageView } from "./case-page.tsx";

/** Who acts next and by when: the first card of the page, with its one primary act. */
export function CaseNext({ view }: { view: CasePageView }) {
  const t = useT();
  const { status, caseId } = view.heading;
  const at = `/cases/${caseId}`;
  const mine = view.relation === "creditor";
  if (status === "engaged") return <EngagedNext view={view} />;
  const texts: Partial<Record<typeof status, string>> = {
    submitted: t("case.next.submitted_text"),
    tendering: t("case.next.tendering_text"),
    signing: t("case.next.signing_text"),
    with_lot: t("case.next.with_lot_text"),
  };
  const act = {
    returned: mine && (
      <LinkButton to={`${at}/edit`} tone="primary">
        {t("case.act.edit")}
      </LinkButton>
    ),
    approved: mine && (
      <LinkButton to={`${at}/bids`} tone="primary">
        {t("case.act.open_round")}
      </LinkButton>
    ),
    tendering: mine && <LinkButton to={`${at}/bids`}>{t("case.act.bids")}</LinkButton>,
    deciding: mine && (
      <LinkButton to={`${at}/bids`} tone="primary">
        {t("case.act.compare")}
      </LinkButton>
    ),
    signing: view.relation !== "none" && (
      <LinkButton to={`${at}/engagement`} tone="primary">
        {t("case.act.sign")}
      </LinkButton>
    ),
    with_lot: mine && (
      <LinkButton to={`${at}/engagement`} tone="primary">
        {t("case.act.lot")}
      </LinkButton>
    ),
    submitted: null,
    refused: null,
    closed: null,
  }[status];
  return (
    <NextStep title={t(`case.next.${status}`)} action={act || undefined}>
      {texts[status] && <p>{texts[status]}</p>}
    </NextStep>
  );
}

/** The first rung ahead that is not optional, or the hold that lies across the ladder. */
function EngagedNext({ view }: { view: CasePageView }) {
  const t = useT();
  const locale = useLocale();
  const [hold] = view.holds;
  const ahead = aheadOf(view.rungs);
  const action =
    view.relation === "collector" ? (
      <LinkButton to={`/cases/${view.heading.caseId}/step`} tone="primary">
        {t("case.act.record_step")}
      </LinkButton>
    ) : undefined;
  if (hold) {
    const key = `law.hold.${hold.type}`;
    const ends = `law.holdEnd.${hold.type}`;
    return (
      <NextStep title={t("case.next.hold", { hold: t.has(key) ? t(key) : hold.type })} action={action}>
        {t.has(ends) && <p>{t("ladder.hold_ends", { ends: t(ends) })}</p>}
      </NextStep>
    );
  }
  if (!ahead) return null;
  const date = ahead.state === "blocked" ? earliestOf(ahead, { t, locale, zone: view.zone }) : null;
  return (
    <NextStep title={nextTitle(ahead, { date, acts: Boolean(action), t })} action={action}>
      <Advice state={ahead.state} waits={date !== null} acts={Boolean(action)} />
      {view.relation === "creditor" && view.collectorName && (
        <p>{t("case.next.by_collector", { collector: view.collectorName })}</p>
      )}
    </NextStep>
  );
}

/**
 * What carries the present rung on, where time or nothing stands in its way: an order for payment that was served leads to the enforcement
 * order before it leads to a suit. Else the first rung ahead that is not optional.
 */
function aheadOf(rungs: readonly Rung[]): Pick<Rung, "state" | "step" | "earliest"> | undefined {
  const here = rungs.find(({ sequel, earliest }) => sequel === "next" || (sequel === "blocked" && earliest));
  if (here?.sequel) return { ...here, state: here.sequel };
  return rungs.find(({ state, optional }) => (state === "next" || state === "blocked") && !optional);
}

/** What the reader can do about the rung ahead; whoever does not act reads only whom it waits for. */
function Advice({ state, waits, acts }: { state: Rung["state"]; waits: boolean; acts: boolean }) {
  const t = useT();
  if (waits) return <p>{t("case.next.waiting")}</p>;
  if (state !== "next") return <p>{t("case.next.missing")}</p>;
  return acts ? <p>{t("case.next.ready")}</p> : null;
}

type NextWords = { date: string | null; acts: boolean; t: ReturnType<typeof useT> };

function nextTitle(ahead: Pick<Rung, "state" | "step">, { date, acts, t }: NextWords): string {
  const key = `law.action.${ahead.step}`;
  const step = t.has(key) ? t(key) : ahead.step;
  if (ahead.state === "next") return t(acts ? "case.next.now" : "case.next.lawful", { step });
  return date ? t("case.next.from", { step, date }) : t("case.next.blocked", { step });
}
