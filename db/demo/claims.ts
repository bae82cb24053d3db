import { addDays } from "#app/domain/timeline/local-time.ts";

/** A town of a demo file: how its column of regions, of towns and of ZIP codes spell it. */
type Town = readonly [region: string, town: string, zip: string];

export type DemoFile = {
  name: string;
  headers: string;
  /** Rows of each region go round its towns. */
  towns: readonly Town[];
  claims: number;
  /** The number of the first row: names and references are made from it. */
  from: number;
  debtor: (no: number) => string;
  reference: (no: number) => string;
  /** What stands between the town and the amount, alike in all rows. */
  alike?: string;
};

const amounts = [1_850, 3_420, 12_300, 4_990, 7_600, 26_900, 2_240, 18_450, 54_200, 1_310, 9_120] as const;
const ages = [95, 420, 210, 300, 610, 150, 900] as const;

/** An invented file of claims between invented companies, the same whenever it is made, with dates before a day. */
export function demoFile(
  { name, headers, towns, claims, from, debtor, reference, alike }: DemoFile,
  today: string,
): File {
  const rows = Array.from({ length: claims }, (_, at) => {
    const no = from + at;
    const [region, town, zip] = towns[at % towns.length];
    const amount = (amounts[at % amounts.length] + at * 3.25).toFixed(2);
    const dueOn = addDays(today, -ages[at % ages.length] - at);
    const cells = [reference(no), debtor(no), region, town, ...(zip ? [zip] : []), ...(alike ? [alike] : [])];
    return [...cells, amount, dueOn].join(",");
  });
  return new File([`${[headers, ...rows, ...oddRows(rows)].join("\n")}\n`], name, { type: "text/csv" });
}

/** Every real file has some: a claim that stands in it twice, one without an amount, one of long ago. */
function oddRows(rows: readonly string[]): string[] {
  const [first, second, third] = rows.map((row) => row.split(","));
  const changed = (row: readonly string[], end: readonly string[]) =>
    [`${row[0]}-A`, ...row.slice(1, -2), ...end].join(",");
  return [
    first.join(","),
    changed(second, ["", second.at(-1) ?? ""]),
    changed(third, ["2300.00", "2009-05-14"]),
  ];
}

const american = {
  headers: "Invoice No,Debtor,State,City,ZIP,Amount,Due date",
  debtor: (no: number) => `Demo Customer ${no} Inc`,
  reference: (no: number) => `DEMO-INV-${no}`,
};

/** Invoices of one state, in collection by now. */
export const earlierFile: DemoFile = {
  ...american,
  name: "demo-invoices-spring.csv",
  towns: [
    ["NY", "Rochester", "14604"],
    ["NY", "Albany", "12207"],
  ],
  claims: 5,
  from: 501,
};

/** Invoices of two states, offered three days ago. */
export const westernFile: DemoFile = {
  ...american,
  name: "demo-invoices-west.csv",
  towns: [
    ["CA", "Los Angeles", "90012"],
    ["CA", "San Diego", "92101"],
    ["TX", "Houston", "77002"],
    ["CA", "Fresno", "93701"],
    ["CA", "Sacramento", "95814"],
  ],
  claims: 40,
  from: 1_101,
};

/** Invoices of three states, on the market now. */
export const easternFile: DemoFile = {
  ...american,
  name: "demo-invoices-east.csv",
  towns: [
    ["NY", "New York City", "10001"],
    ["CA", "Oakland", "94607"],
    ["NY", "Buffalo", "14202"],
    ["IL", "Chicago", "60601"],
    ["CA", "San Jose", "95113"],
  ],
  claims: 45,
  from: 2_101,
};

/** Unpaid goods in three provinces, imported and not split yet. */
export const chineseFile: DemoFile = {
  name: "演示货款.csv",
  headers: "合同编号,债务人名称,省份,城市,国家,债权类型,欠款金额,到期日",
  debtor: (no) => `演示客户${no}有限公司`,
  reference: (no) => `演示-${no}`,
  towns: [
    ["广东省", "深圳市", ""],
    ["浙江省", "杭州市", ""],
    ["广东省", "广州市", ""],
    ["江苏省", "南京市", ""],
  ],
  claims: 24,
  from: 3_101,
  alike: "中国,货款",
};
