import { Briefcase, Landmark, type LucideIcon, UserRound } from "lucide-react";
import { type ReactNode, useId } from "react";
import type { MessageKey } from "#app/messages/words.ts";
import { LinkButton } from "./button.tsx";
import { Citation } from "./citation.tsx";
import { KeyValue } from "./key-value.tsx";
import { useT } from "./messages.tsx";
import { SampleLadder } from "./sample-ladder.tsx";

const roles: { icon: LucideIcon; title: MessageKey; steps: MessageKey[] }[] = [
  {
    icon: Landmark,
    title: "landing.creditor",
    steps: ["landing.creditor.1", "landing.creditor.2", "landing.creditor.3", "landing.creditor.4"],
  },
  {
    icon: Briefcase,
    title: "landing.collector",
    steps: ["landing.collector.1", "landing.collector.2", "landing.collector.3", "landing.collector.4"],
  },
  {
    icon: UserRound,
    title: "landing.debtor",
    steps: ["landing.debtor.1", "landing.debtor.2", "landing.debtor.3", "landing.debtor.4"],
  },
];

const rules: { text: MessageKey; source?: MessageKey }[] = [
  { text: "landing.rule.hours", source: "landing.rule.hours.source" },
  { text: "landing.rule.calls", source: "landing.rule.calls.source" },
  { text: "landing.rule.night", source: "landing.rule.night.source" },
  { text: "landing.rule.barred", source: "landing.rule.barred.source" },
  { text: "landing.rule.sealed" },
  { text: "landing.rule.chain" },
];

/** What Rung is, how it works for each side, what it costs and what it is not. */
export function LandingPage({ today, demo }: { today: string; demo: boolean }) {
  const t = useT();
  return (
    <div className="landing">
      <Hero today={today} />
      <Part title={t("landing.how")}>
        <div className="landing-roles">
          {roles.map(({ icon: Icon, title, steps }) => (
            <section key={title}>
              <Icon aria-hidden size={22} />
              <h3>{t(title)}</h3>
              <ol>
                {steps.map((step) => (
                  <li key={step}>{t(step)}</li>
                ))}
              </ol>
            </section>
          ))}
        </div>
      </Part>
      <Part title={t("landing.rules")} lead={t("landing.rules.text")}>
        <ul className="landing-rules">
          {rules.map(({ text, source }) => (
            <li key={text}>
              {t(text)} {source && <Citation citation={t(source)} />}
            </li>
          ))}
        </ul>
      </Part>
      <div className="landing-pair">
        <Part title={t("landing.cost")}>
          <Costs demo={demo} />
        </Part>
        <Part title={t("landing.not")}>
          <dl className="landing-not">
            {(["advice", "firm", "bank"] as const).map((each) => (
              <div key={each}>
                <dt>{t(`landing.not.${each}`)}</dt>
                <dd>{t(`landing.not.${each}.text`)}</dd>
              </div>
            ))}
          </dl>
        </Part>
      </div>
      <Part title={t("landing.where")} lead={t("landing.where.text")} />
      <div className="landing-end">
        <p>{t("landing.end")}</p>
        <Start />
      </div>
    </div>
  );
}

function Hero({ today }: { today: string }) {
  const t = useT();
  return (
    <div className="hero">
      <div className="hero-words">
        <h1>{t("landing.title")}</h1>
        <p className="hero-lead">{t("landing.lead")}</p>
        <Start />
        <p className="hero-note">{t("landing.free")}</p>
      </div>
      <figure className="hero-picture">
        <SampleLadder today={today} />
        <figcaption>{t("landing.picture")}</figcaption>
      </figure>
    </div>
  );
}

function Start() {
  const t = useT();
  return (
    <div className="acts">
      <LinkButton to="/sign-up?as=creditor" tone="primary" wide>
        {t("landing.start")}
      </LinkButton>
      <LinkButton to="/sign-up?as=collector" wide>
        {t("landing.join")}
      </LinkButton>
    </div>
  );
}

function Part({ title, lead, children }: { title: string; lead?: string; children?: ReactNode }) {
  const id = useId();
  return (
    <section className="landing-part" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {lead && <p className="landing-lead">{lead}</p>}
      {children}
    </section>
  );
}

function Costs({ demo }: { demo: boolean }) {
  const t = useT();
  const pairs = (["creditor", "collector", "debtor", "share", "rank"] as const).map((each) => ({
    label: t(`landing.cost.${each}`),
    value: t(`landing.cost.${each}.value`),
    note: each === "creditor" && demo ? t("landing.cost.creditor.demo") : undefined,
  }));
  return <KeyValue pairs={pairs} />;
}
