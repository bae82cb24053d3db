import type { ActionInput } from "#app/domain/law/action-input.ts";
import type { ActorInput } from "#app/domain/law/actor-input.ts";
import type { Facts, Hold } from "#app/domain/law/facts.ts";
import type { History } from "#app/domain/law/history.ts";
import type { Pack, Row } from "#app/domain/law/pack.ts";
import type { Effect, MessageValues } from "#app/domain/law/types.ts";

/** Everything one decision looks at. The engine moves only the moment when it searches for the earliest lawful one. */
export type Scene = {
  pack: Pack;
  facts: Facts;
  history: History;
  holds: readonly Hold[];
  action: ActionInput;
  actor: ActorInput;
  /** Contact is decided at an instant in the debtor's zones, procedure on a civil date in the forum's. */
  kind: "contact" | "procedure";
  /** Every zone the debtor may be in; empty when not even the place is known. */
  zones: readonly string[];
  /** The zone that days are told in: the first of `zones`, or the pack's. */
  zone: string;
  /** First and last millisecond of the moment: equal for an instant, a whole local day for a civil date. */
  from: number;
  to: number;
  /** Day in `zone`; with several zones, the earliest, so that a wait is over everywhere. */
  day: number;
  /** Where the debtor lives and where the case lies, `CA`; both where they differ. */
  states: readonly string[];
};

/** Time alone heals at this day, or this instant; null when it never does. Messages name it as `next`. */
export type Next = { day: number } | { ms: number } | null;

/** Why a guard is not satisfied. */
export type Unmet = {
  values: MessageValues;
  next: Next;
  requires?: string[];
  effect?: Effect;
  /** The invariant it fails on, where that is not the row's own: a calendar that ends. */
  invariant?: "X-10";
  /** Overrides the row's message. */
  message?: string;
};

/** A guard answers null when it is satisfied. */
export type Check = (scene: Scene, row: Row) => Unmet | null;
