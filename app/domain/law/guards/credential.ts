import type { Credential } from "#app/domain/law/actor-input.ts";
import { isKnown } from "#app/domain/law/facts.ts";
import { asking } from "#app/domain/law/named/asking.ts";
import type { Guard } from "#app/domain/law/pack.ts";
import type { Check, Scene, Unmet } from "#app/domain/law/scene.ts";
import { momentOf } from "#app/domain/law/selectors.ts";

const DAY_MS = 86_400_000;

type CredentialGuard = Extract<Guard, { kind: "credential" }>;

/** `US-CA`, `us-ca` and `CA` are the same territory; a country stands alone. */
const bare = (territory: string, country: string) => {
  const upper = territory.trim().toUpperCase();
  return upper.startsWith(`${country}-`) ? upper.slice(country.length + 1) : upper;
};

/** The territories of which the act needs a credential; null where they are not known. */
function territoriesOf(guard: CredentialGuard, scene: Scene): readonly string[] | null {
  if (guard.territory === "country") return [scene.pack.id];
  const forum = scene.action.forumState;
  if (guard.territory === "forum" && isKnown(forum)) return [bare(forum, scene.pack.id)];
  return scene.states.length > 0 ? scene.states : null;
}

const holdsFor = (credential: Credential, territory: string, country: string) =>
  isKnown(credential.territory) &&
  (territory === country
    ? credential.territory.toUpperCase().startsWith(country)
    : bare(credential.territory, country) === territory);

/** Half-open: at the instant it expires it is over. A credential whose standing or term is unknown is none. */
function isValid(credential: Credential, scene: Scene): boolean {
  if (credential.status !== "active") return false;
  if (credential.expiresAt === "never") return true;
  const expires = momentOf(credential.expiresAt);
  return expires !== null && expires > scene.to;
}

function isFresh(credential: Credential, scene: Scene, withinDays: number): boolean {
  const verified = momentOf(credential.verifiedAt);
  return verified !== null && verified <= scene.to && verified >= scene.from - withinDays * DAY_MS;
}

/** A credential of the right kind and territory, in force at the moment of the act and checked lately enough. */
export function compileCredential(guard: CredentialGuard): Check {
  const withinDays = guard.withinDays ?? 30;
  const unmet = (territory: string, path: string): Unmet => ({
    values: { who: guard.who, credential: `law.credential.${guard.types[0]}`, territory },
    next: null,
    requires: [`actor.credentials[].${path}`],
  });
  return (scene) => {
    const territories = territoriesOf(guard, scene);
    if (!territories) return asking("debtor.residence.state");
    const held = scene.actor.credentials ?? [];
    const country = scene.pack.id;
    for (const territory of territories) {
      const valid = held.filter(
        (each) =>
          guard.types.includes(each.type) && holdsFor(each, territory, country) && isValid(each, scene),
      );
      if (guard.part === "valid" && valid.length === 0) {
        return { ...unmet(territory, guard.types[0]), effect: "block" };
      }
      // A stale check is told only of a credential that would otherwise do; a missing one is the other row's.
      if (
        guard.part === "checked" &&
        valid.length > 0 &&
        !valid.some((each) => isFresh(each, scene, withinDays))
      ) {
        return unmet(territory, "verifiedAt");
      }
    }
    return null;
  };
}
