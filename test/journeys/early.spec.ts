import { expect, test } from "./journey.ts";

/** What a person's act sets off in a browser; `textInput` is sent for each letter typed or pasted. */
const acts =
  "keydown keypress textInput input keyup pointerdown mousedown pointerup mouseup click change paste".split(
    " ",
  );

test("who types and clicks while a page is waking up finds it awake, and nothing has failed", async ({
  page,
}) => {
  await page.addInitScript((types) => {
    const { port1, port2 } = new MessageChannel();
    const until = performance.now() + 1_500;
    port1.onmessage = () => {
      const field = document.querySelector("input[type=email]");
      for (const type of types) field?.dispatchEvent(new Event(type, { bubbles: true }));
      if (performance.now() < until) port2.postMessage(null);
    };
    port2.postMessage(null);
  }, acts);
  for (const address of ["/sign-in", "/sign-up", "/sign-in"]) {
    await page.goto(address);
    await page.waitForTimeout(1_600);
  }
  await page.getByLabel("E-mail").fill("nobody@rung.example");
  await expect(page.getByLabel("E-mail")).toHaveValue("nobody@rung.example");
});
