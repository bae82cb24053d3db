import { expect, test } from "vitest";
import { cookieValue, setCookie } from "#app/http/cookies.ts";
import { flashOf } from "#app/http/flash.ts";

const carrying = (cookie: string) => new Request("http://127.0.0.1/", { headers: { cookie } });

test("a cookie that is not ours is no cookie, so that garbage in a browser never breaks a page", () => {
  for (const garbage of ["%", "%E0%A4%A", "%ff"]) {
    expect(cookieValue(carrying(`rung_session=${garbage}; other=1`), "rung_session"), garbage).toBeNull();
  }
  expect(cookieValue(carrying("a=%; rung_theme=dark"), "rung_theme")).toBe("dark");
  for (const flash of ["null", "[]", '"text"', "{", '{"tone":"ok"}', '{"tone":"evil","key":"x"}']) {
    expect(flashOf(carrying(`rung_flash=${encodeURIComponent(flash)}`)), flash).toBeNull();
  }
});

test("no value of a cookie writes a header of its own", () => {
  expect(setCookie("a", "x\r\nSet-Cookie: b=1; Secure", { secure: true })).not.toMatch(/[\r\n]|b=1/);
});
