import { expect, test } from "vitest";
import { failureText, journeyFailures, vitestFailures } from "./failures.ts";

test("of a run's JSON every failed test is named with its reason, and a file that did not run at all", () => {
  const passed = { status: "passed", fullName: "holds", failureMessages: [] };
  const failed = { status: "failed", fullName: "breaks", failureMessages: ["expected 1", "to be 2"] };
  const file = { status: "failed", message: "" };
  expect(
    vitestFailures({
      testResults: [
        { ...file, name: "a.test.ts", assertionResults: [passed, failed] },
        { ...file, name: "b.test.ts", message: "Cannot find module", assertionResults: [] },
        { ...file, name: "c.test.ts", status: "passed", assertionResults: [passed] },
      ],
    }).map(failureText),
  ).toEqual(["✗ a.test.ts › breaks\nexpected 1\nto be 2", "✗ b.test.ts\nCannot find module"]);
});

test("a journey that failed within a group is named, and one that passed is not", () => {
  const spec = (title: string, ok: boolean) => ({
    ...{ title, ok },
    tests: [{ results: [ok ? {} : { error: { message: "not visible" } }] }],
  });
  const suites = [
    {
      title: "door.spec.ts",
      specs: [spec("opens", true)],
      suites: [{ title: "inside", specs: [spec("closes", false)] }],
    },
  ];
  expect(journeyFailures({ suites }).map(failureText)).toEqual(["✗ inside › closes\nnot visible"]);
});
