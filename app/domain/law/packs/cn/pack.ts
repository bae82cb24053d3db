import type { Pack, Row, RungPlan } from "#app/domain/law/pack.ts";
import { cnActors } from "#app/domain/law/packs/cn/actors.ts";
import { cnContact } from "#app/domain/law/packs/cn/contact.ts";
import { cnEscalation } from "#app/domain/law/packs/cn/escalation.ts";
import { cnHolds } from "#app/domain/law/packs/cn/holds.ts";
import { cnMandate } from "#app/domain/law/packs/cn/mandate.ts";
import { cnProceedings } from "#app/domain/law/packs/cn/proceedings.ts";
import { cnTexts } from "#app/domain/law/packs/cn/texts.ts";
import { policyRows } from "#app/domain/law/packs/pol.ts";
import { publishedSeries } from "#app/domain/law/series/published.ts";

const rows: readonly Row[] = [
  ...cnEscalation,
  ...cnProceedings,
  ...cnHolds,
  ...cnContact,
  ...cnTexts,
  ...cnActors,
  ...cnMandate,
  ...policyRows({ demandFirst: true }),
];

const alternatives = ["payment_order", "arbitration", "lawsuit"] as const;
const otherThan = (stage: (typeof alternatives)[number]) => alternatives.filter((each) => each !== stage);

/** 提醒 → 电话/短信 → 催告函 → 律师函 → 调解 → 支付令 | 仲裁 | 诉讼 → 判决 → 强制执行 (cn.md section 1). */
const rungs: readonly RungPlan[] = [
  { stage: "reminder", steps: ["reminder"], mayAct: ["creditor", "lawyer"], cost: "none" },
  {
    stage: "contact",
    steps: ["call", "sms", "email", "letter", "visit"],
    mayAct: ["creditor", "lawyer"],
    cost: "none",
  },
  { stage: "formal_demand", steps: ["demand_payment"], mayAct: ["creditor", "lawyer"], cost: "postage" },
  { stage: "lawyer_letter", steps: ["lawyer_letter"], mayAct: ["lawyer"], cost: "lawyer" },
  {
    stage: "mediation",
    steps: ["mediation"],
    optional: true,
    mayAct: ["creditor", "lawyer", "mediator"],
    cost: "mediation",
  },
  {
    stage: "payment_order",
    steps: ["payment_order"],
    optional: true,
    alternatives: otherThan("payment_order"),
    mayAct: ["creditor", "lawyer"],
    cost: "payment_order",
  },
  {
    stage: "arbitration",
    steps: ["arbitration"],
    optional: true,
    alternatives: otherThan("arbitration"),
    mayAct: ["creditor", "lawyer"],
    cost: "arbitration",
  },
  {
    stage: "lawsuit",
    steps: ["file_suit"],
    alternatives: otherThan("lawsuit"),
    mayAct: ["creditor", "lawyer"],
    cost: "court",
  },
  { stage: "judgment", steps: ["judgment", "default_judgment"], mayAct: ["court"], cost: "none" },
  {
    stage: "enforcement",
    steps: ["apply_enforcement", "bureau_report"],
    mayAct: ["creditor", "lawyer"],
    cost: "enforcement",
  },
];

const zones = ["Asia/Shanghai"] as const;

/** The pack for mainland China; not signed off by counsel. */
export const cnPack = (place: string): Pack => ({
  id: "CN",
  version: "2026.11.2",
  place,
  currency: "CNY",
  zone: "Asia/Shanghai",
  signedOffBy: null,
  signedOffOn: null,
  reviewBy: null,
  coverageStart: "2024-01-01",
  rungs,
  rows,
  zonesOf: () => zones,
  states: new Set(),
  series: publishedSeries,
});
