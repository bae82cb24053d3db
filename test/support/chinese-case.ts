import { anEngagedCase, draftPages } from "./market.ts";
import { aLawyer, type Person, type World } from "./world.ts";

/** A loan in Shenzhen at ten per cent under a mandate, so that a payment has an order to be set off in and a court a schedule of fees. */
export async function aChineseLoan(
  world: World,
  given: { chinese?: Person & { licenceId: string }; creditor?: Person } = {},
) {
  const chinese = given.chinese ?? (await aLawyer(world, { territory: "CN", seat: "CN-440300" }));
  const engaged = await anEngagedCase(world, chinese, {
    creditor: given.creditor,
    debtor: { country: "CN", province: "CN-440000", city: "CN-440300", name: "深圳示例贸易有限公司" },
    claim: {
      ...draftPages(world).claim,
      ...{
        kind: "loan_private",
        creditorKind: "natural",
        currency: "CNY",
        interest: "agreed",
        agreedRate: "10",
      },
      ...{ contractOn: "2024-01-31", dueOn: "2025-01-31" },
    },
  });
  return { ...engaged, chinese };
}
