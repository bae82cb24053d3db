import { expect, test } from "vitest";
import { compileCredential } from "#app/domain/law/guards/credential.ts";
import { aScene, said } from "./scenes.ts";

test("of several credentials one that was checked lately is enough, from the instant of the check on", () => {
  const check = compileCredential({
    kind: "credential",
    who: "law.who.collector",
    types: ["inkasso_registration"],
    territory: "country",
    part: "checked",
  });
  const held = (...verifiedAt: string[]) => ({
    actor: {
      credentials: verifiedAt.map((each) => ({
        type: "inkasso_registration" as const,
        territory: "DE",
        status: "active" as const,
        expiresAt: "never" as const,
        verifiedAt: each,
      })),
    },
  });
  const at = "2026-03-10T10:00:00Z";
  expect(said(check, aScene(at, held("2026-01-01T10:00:00Z", "2026-03-01T10:00:00Z")))).toBeNull();
  expect(said(check, aScene(at, held(at)))).toBeNull();
  expect(said(check, aScene(at, held("2026-03-10T10:00:01Z")))).toMatchObject({
    requires: ["actor.credentials[].verifiedAt"],
  });
});
