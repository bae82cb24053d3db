import { Form } from "@remix-run/react";
import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { CheckboxGroup } from "#app/ui/choice-group.tsx";
import { DateField } from "#app/ui/date-field.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { type FormAnswer, FormContext } from "#app/ui/form-answer.tsx";
import { KeyValue } from "#app/ui/key-value.tsx";
import { useT } from "#app/ui/messages.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { Select } from "#app/ui/select.tsx";
import type { ChangeLine } from "./change-table.tsx";
import { subjectName, wordOr } from "./law-words.ts";
import { type DifferenceLine, SimulatedActs } from "./simulated-acts.tsx";

export type SimulatorPageProps = {
  answer: FormAnswer;
  packs: { id: string }[];
  versions: string[];
  changes: Pick<ChangeLine, "id" | "kind" | "subject" | "status">[];
  /** Null before anything was asked. */
  found: {
    counts: {
      acts: number;
      nowBlocked: number;
      nowAllowed: number;
      otherReasons: number;
      untold: number;
      kept: number;
    };
    total: number;
    first: number;
    last: number;
    differences: DifferenceLine[];
  } | null;
  next: string | null;
};

/** What another law would have decided differently, on the acts of a period. */
export function SimulatorPage({ answer, packs, versions, changes, found, next }: SimulatorPageProps) {
  const t = useT();
  return (
    <div className="stack">
      <PageHeader
        title={t("law_admin.simulator")}
        lead={t("law_admin.simulator_lead")}
        back={{ to: "/admin/law", label: t("law_admin.title") }}
      />
      <Card title={t("law_admin.question")} className="form">
        <Question answer={answer} packs={packs} versions={versions} changes={changes} />
      </Card>
      {found && <Answer found={found} next={next} />}
    </div>
  );
}

/** The question lives in the address, so that an answer can be kept and shown to the other admin. */
function Question({
  answer,
  packs,
  versions,
  changes,
}: Pick<SimulatorPageProps, "answer" | "packs" | "versions" | "changes">) {
  const t = useT();
  const labels = {
    version: t("law_admin.version"),
    from: t("law_admin.period_from"),
    to: t("law_admin.period_to"),
  };
  const choices = changes.map((change) => ({
    value: change.id,
    label: t("law_admin.change_choice", {
      subject: subjectName(t, change),
      status: t(`law_admin.status.${change.status}`),
    }),
  }));
  return (
    <FormContext.Provider value={{ prefix: "simulator", ...answer, pending: false }}>
      <Form method="get" action="/admin/law/simulator" aria-label={t("law_admin.question")} noValidate>
        <ErrorSummary answer={answer} prefix="simulator" labels={labels} />
        <Select
          name="pack"
          label={t("law_admin.pack")}
          hint={t("law_admin.pack_hint")}
          noBlank
          choices={packs.map(({ id }) => ({ value: id, label: wordOr(t, `law.pack.${id}`, id) }))}
        />
        <Select
          name="version"
          label={t("law_admin.version")}
          noBlank
          choices={[
            {
              value: "",
              label: t("law_admin.version_current", { version: versions[versions.length - 1] ?? "" }),
            },
            ...versions.slice(0, -1).map((version, at) => ({
              value: version,
              label: at === 0 ? t("law_admin.version_built_in", { version }) : version,
            })),
          ]}
        />
        {choices.length > 0 && (
          <CheckboxGroup
            name="change"
            label={t("law_admin.with_changes")}
            hint={t("law_admin.with_changes_hint")}
            optional
            choices={choices}
          />
        )}
        <DateField name="from" label={labels.from} />
        <DateField name="to" label={labels.to} />
        <Button tone="primary">{t("law_admin.simulate")}</Button>
      </Form>
    </FormContext.Provider>
  );
}

function Answer({ found, next }: { found: NonNullable<SimulatorPageProps["found"]>; next: string | null }) {
  const t = useT();
  const { counts, total, first, last, differences } = found;
  if (total === 0) {
    return (
      <EmptyState title={t("law_admin.no_acts")}>
        <p>{t("law_admin.no_acts_text")}</p>
      </EmptyState>
    );
  }
  const progress = t("law_admin.progress", { first, last, total });
  return (
    <>
      <Card title={t("law_admin.answer")} aside={progress}>
        <KeyValue
          figures
          pairs={[
            { label: t("law_admin.count.now_blocked"), value: counts.nowBlocked },
            { label: t("law_admin.count.now_allowed"), value: counts.nowAllowed },
            { label: t("law_admin.count.other_reasons"), value: counts.otherReasons },
            {
              label: t("law_admin.count.same"),
              value:
                counts.acts - counts.untold - counts.nowBlocked - counts.nowAllowed - counts.otherReasons,
            },
            ...(counts.untold > 0 ? [{ label: t("law_admin.count.untold"), value: counts.untold }] : []),
          ]}
        />
        {counts.kept > 0 && <p>{t("law_admin.count.kept", { count: counts.kept })}</p>}
        {counts.untold > 0 && <p>{t("law_admin.untold_text")}</p>}
      </Card>
      {differences.length > 0 ? (
        <SimulatedActs differences={differences} />
      ) : (
        <EmptyState title={t("law_admin.no_differences")}>
          <p>{t("law_admin.no_differences_text")}</p>
        </EmptyState>
      )}
      <Pagination next={next} note={progress} />
    </>
  );
}
