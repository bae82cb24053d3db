import { useLocation } from "@remix-run/react";
import { type ReactNode, useRef } from "react";
import { ActionForm } from "#app/ui/action-form.tsx";
import { Button } from "#app/ui/button.tsx";
import { useT } from "#app/ui/messages.tsx";
import { Autosave } from "./autosave.tsx";

type Values = Record<string, string | string[]>;
type StepFormProps = {
  id: string;
  answer: unknown;
  values: Values;
  children: ReactNode;
  lead?: ReactNode;
  /** Labels of fields that stand in components of their own. */
  labels?: Record<string, string>;
};

/**
 * One page of the wizard: it keeps what is typed while it is typed, and can be left at any moment. Its first, unseen
 * button is what Enter presses, so that Enter in a field never chooses a search result.
 */
export function StepForm({ id, answer, values, children, lead, labels }: StepFormProps) {
  const t = useT();
  const shown = useArrivalValues(values);
  return (
    <>
      {lead && <p className="step-lead">{lead}</p>}
      <ActionForm id={id} answer={answer} values={shown} labels={labels} className="form">
        <button type="submit" className="visually-hidden" tabIndex={-1} aria-hidden>
          {t("cases.draft.continue")}
        </button>
        {children}
        <div className="form-acts">
          <Button tone="primary" wide>
            {t("cases.draft.continue")}
          </Button>
          <Button tone="secondary" name="next" value="leave" wide>
            {t("cases.draft.leave")}
          </Button>
          <Autosave formId={id} />
        </div>
      </ActionForm>
    </>
  );
}

/**
 * The values as they were when the reader arrived. Saving in the background reloads the page's data, which must
 * not replace a field somebody is typing in.
 */
function useArrivalValues(values: Values): Values {
  const { key } = useLocation();
  const arrived = useRef({ key, values });
  if (arrived.current.key !== key) arrived.current = { key, values };
  return arrived.current.values;
}
