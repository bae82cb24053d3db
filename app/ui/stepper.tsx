import { Link } from "@remix-run/react";
import { Check } from "lucide-react";
import { useT } from "./messages.tsx";

export type Step = { key: string; label: string; state: "done" | "current" | "todo"; to?: string };

/** How far a form of several pages has come; finished steps lead back to themselves. */
export function Stepper({ steps, label }: { steps: Step[]; label: string }) {
  const t = useT();
  const current = steps.findIndex(({ state }) => state === "current") + 1;
  return (
    <nav className="stepper" aria-label={label}>
      <p className="stepper-count">
        {t("steps.progress", { current: Math.max(current, 1), total: steps.length })}
      </p>
      <ol>
        {steps.map((step, at) => (
          <li
            key={step.key}
            className={step.state}
            aria-current={step.state === "current" ? "step" : undefined}
          >
            <span className="stepper-dot" aria-hidden>
              {step.state === "done" ? <Check size={13} strokeWidth={3} /> : at + 1}
            </span>
            {step.to && step.state !== "current" ? (
              <Link to={step.to}>{step.label}</Link>
            ) : (
              <span>{step.label}</span>
            )}
            <span className="visually-hidden">, {t(`steps.${step.state}`)}</span>
          </li>
        ))}
      </ol>
    </nav>
  );
}
