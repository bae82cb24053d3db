import { CircleCheck, CircleDashed } from "lucide-react";
import type { OnboardingItem } from "#app/domain/accounts/onboarding.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { useT } from "#app/ui/messages.tsx";

/** Exactly what is still missing before the first bid, and the way to the next of it. */
export function OnboardingList({ items, onward }: { items: OnboardingItem[]; onward?: string }) {
  const t = useT();
  const missing = items.filter(({ done }) => !done).length;
  const toFile = items.some(({ item, done }) => item === "licence_submitted" && !done);
  return (
    <Card
      title={t("onboarding.title")}
      aside={missing === 0 ? t("onboarding.complete") : t("onboarding.missing", { count: missing })}
    >
      <ul className="prereqs">
        {items.map(({ item, done }) => (
          <li key={item} className={done ? "met" : "unmet"}>
            {done ? (
              <CircleCheck aria-hidden size={18} className="prereq-icon" />
            ) : (
              <CircleDashed aria-hidden size={18} className="prereq-icon" />
            )}
            <div>
              <b>{t(`onboarding.${item}`)}</b>{" "}
              <span className="visually-hidden">({t(done ? "onboarding.done" : "onboarding.open")})</span>
              <p className="hint">{t(done ? `onboarding.${item}.done` : `onboarding.${item}.open`)}</p>
            </div>
          </li>
        ))}
      </ul>
      {onward && toFile && (
        <div className="form-acts">
          <LinkButton to={onward} tone="primary">
            {t("licences.add")}
          </LinkButton>
        </div>
      )}
    </Card>
  );
}
