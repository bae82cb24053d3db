import { expect, test } from "vitest";
import { cameBack, isDead, recipientsIn } from "#app/domain/contact/delivery-report.ts";

const report = (fields: string) => `Reporting-MTA: dns; mx.example\n\n${fields}\n`;

test("every recipient of a report is read: folded lines, any case, addresses with and without their type", () => {
  const text = report(
    "final-recipient: RFC822; <hattie@hollyhock.example>\nACTION: Failed\nStatus: 5.1.1 (bad address)\nDiagnostic-Code: smtp; 550 5.1.1\n\tno such\n  user\n\nFinal-Recipient: rfc822;other@x.example\nOriginal-Recipient: rfc822;first@x.example\nAction: delayed\nStatus: 4.4.1",
  );
  expect(recipientsIn(text)).toEqual([
    {
      ...{ action: "failed", status: "5.1.1", diagnostic: "550 5.1.1 no such user" },
      addresses: ["hattie@hollyhock.example"],
    },
    {
      ...{ action: "delayed", status: "4.4.1", diagnostic: "" },
      addresses: ["other@x.example", "first@x.example"],
    },
  ]);
  expect(recipientsIn(text.replaceAll("\n", "\r\n"))).toEqual(recipientsIn(text));
});

test("a report that names nobody, or is none, tells of nobody", () => {
  for (const text of ["", "Action: failed", "\n\n\n", report("Action: failed"), "hello: world\n\n5.1.1"])
    expect(recipientsIn(text)).toEqual([]);
});

test("only what a server has given up came back; a mailbox is dead only where there is none", () => {
  const told = (action: string, status: string, diagnostic = "") => {
    const [one] = recipientsIn(
      report(
        `Final-Recipient: rfc822; a@b.example\nAction: ${action}\nStatus: ${status}\nDiagnostic-Code: smtp; ${diagnostic}`,
      ),
    );
    return [cameBack(one), isDead(one)];
  };
  expect(told("failed", "5.1.1")).toEqual([true, true]);
  expect(told("failed", "5.1.10")).toEqual([true, true]);
  expect(told("failed", "5.2.1")).toEqual([true, true]);
  expect(told("failed", "5.4.4")).toEqual([true, true]);
  expect(told("failed", "5.0.0", "550 no such user")).toEqual([true, true]);
  expect(told("failed", "5.0.0", "554 refused")).toEqual([true, false]);
  expect(told("failed", "5.2.2")).toEqual([true, false]);
  expect(told("failed", "5.7.1")).toEqual([true, false]);
  expect(told("failed", "4.4.7")).toEqual([true, false]);
  expect(told("delayed", "4.4.1")[0]).toBe(false);
  expect(told("relayed", "2.0.0")[0]).toBe(false);
});
