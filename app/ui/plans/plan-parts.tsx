import { Link } from "@remix-run/react";
import type { DebitFailure, MethodKind, PartState, PlanEnd, PlanStatus } from "#app/domain/payments/plans.ts";
import { Chip, type ChipTone } from "#app/ui/chip.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { DateText, Money } from "#app/ui/format.tsx";
import { useT } from "#app/ui/messages.tsx";

export type PlanShown = {
  id: string;
  status: PlanStatus;
  endedFor: PlanEnd | null;
  currency: string;
  today: string;
  total: number;
  paid: number;
  payee: string;
  method: { kind: MethodKind; last4: string | null; noticeDays: number } | null;
  firstPath: string | null;
  firstUrl: string | null;
  parts: {
    seq: number;
    dueOn: string;
    /** The day it is debited, where that is another. */
    debitOn: string | null;
    amount: number;
    state: PartState;
    failure: DebitFailure | null;
    path: string | null;
  }[];
};

const tones: Record<PartState, ChipTone> = {
  planned: "wait",
  waits: "wait",
  by_hand: "wait",
  on_its_way: "wait",
  paid: "ok",
  failed: "bad",
  missed: "bad",
  dropped: "shut",
};

const payable = new Set<PartState>(["by_hand", "failed", "missed"]);

/** The parts of a plan in their order: when each is due, how it stands, and where it can be paid by hand. */
export function PlanParts({ plan, here }: { plan: PlanShown; here?: string }) {
  const t = useT();
  const { parts, currency, today } = plan;
  return (
    <DataTable
      caption={t("plan.parts")}
      rows={parts}
      rowKey={({ seq }) => String(seq)}
      empty={null}
      columns={[
        {
          key: "seq",
          header: t("plan.part"),
          cell: ({ seq }) => t("plan.nth", { seq, count: parts.length }),
        },
        {
          key: "due",
          header: t("plan.due"),
          cell: ({ dueOn, debitOn }) => <DateText on={debitOn ?? dueOn} today={today} />,
        },
        {
          key: "state",
          header: t("plan.state"),
          cell: ({ state, failure, path }) => (
            <>
              <Chip tone={tones[state]}>{t(`plan.state.${state}`)}</Chip>
              {failure && state !== "paid" && <span className="hint"> {t(`plan.failure.${failure}`)}</span>}
              {path && path !== here && payable.has(state) && (
                <>
                  {" "}
                  <Link to={path}>{t(here ? "plan.pay_part" : "asked.open")}</Link>
                </>
              )}
            </>
          ),
        },
        {
          key: "amount",
          header: t("money.amount"),
          align: "end",
          cell: ({ amount }) => <Money amount={amount} currency={currency} />,
        },
      ]}
    />
  );
}

/** How the parts that follow are paid. */
export function PlanMethod({ method }: Pick<PlanShown, "method">) {
  const t = useT();
  if (!method) return <p>{t("plan.no_method")}</p>;
  return <p>{t("plan.method", { kind: t(`plan.method.${method.kind}`), last4: method.last4 ?? "····" })}</p>;
}
