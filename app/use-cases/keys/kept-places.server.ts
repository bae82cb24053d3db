import { debtorText } from "#app/domain/cases/likeness.ts";
import { unpackIdentity } from "#app/domain/portfolios/claim.ts";
import { documentKeyPurpose } from "#app/gateways/document-keys.server.ts";
import { rowSealedUnder, sealedUnder } from "#app/gateways/key-ring.server.ts";
import { bidderPurpose, wrapAnew } from "#app/gateways/round-keys.server.ts";
import type { RowSecrets, Secrets } from "#app/gateways/secrets.server.ts";
import { subjectPurpose } from "#app/gateways/subject-keys.server.ts";
import { codeKeysOf } from "#app/use-cases/contact/letter-code.server.ts";
import { openName } from "#app/use-cases/debtor.server.ts";
import { claimPurpose, nameKeyBytes } from "#app/use-cases/portfolios/prepare-chunk.server.ts";
import { rejectPurpose } from "#app/use-cases/portfolios/store-chunk.server.ts";
import { byMachine } from "#app/use-cases/sights.server.ts";
import type { KeptRow, KeptTable } from "#db/queries/rekeying.ts";
import { headMacs } from "#db/queries/timeline.ts";
import { wrapPurpose } from "./open-lasting-keys.server.ts";

type Columns = Record<string, string | null>;

/**
 * A place where something lies under the application's secret. `anew` makes a row's columns under the current one, null when they are; it throws
 * when no secret of the ring opens the row, or made it.
 */
export type KeptPlace = KeptTable & { name: string; anew: (row: KeptRow) => Columns | null };

/** Every such place, the lasting keys last: until all else is done, a start without the former secret is refused. */
export function keptPlaces(secrets: Secrets): KeptPlace[] {
  return [
    secondFactors(secrets),
    roundKeys(secrets),
    ownBids(secrets),
    messages(secrets),
    ...textMessages(secrets),
    ...imports(secrets),
    ownKeys(secrets, {
      name: "debtors' keys",
      table: "subject_keys",
      key: { case_id: "uuid" },
      purpose: subjectPurpose,
    }),
    ownKeys(secrets, {
      name: "documents' keys",
      table: "document_keys",
      key: { name: "text" },
      purpose: documentKeyPurpose,
    }),
    ...digests(secrets),
    lastingWraps(secrets),
  ];
}

/** Of a column that names its key, in SQL; an empty one was erased. */
const elsewhere = ({ ring }: Secrets, column: string) =>
  `${column} <> '' and ${column} not like 'v2:${ring[0]}:%'`;

const text = (row: KeptRow, column: string) => String(row[column]);
const bytes = (value: KeptRow[string]) => {
  if (value instanceof Uint8Array) return Buffer.from(value);
  throw new Error("A sealed row is not read as bytes");
};

/** A sealed text under the current key; as it is when it is that already, null when there is none. */
function sealedAnew(secrets: Secrets, purpose: string, sealed: KeptRow[string]): string | null {
  if (typeof sealed !== "string") return null;
  if (sealed === "") return "";
  if (sealedUnder(sealed) === secrets.ring[0]) return sealed;
  return secrets.seal(purpose, secrets.unseal(purpose, sealed));
}

const secondFactors = (secrets: Secrets): KeptPlace => ({
  name: "second factors",
  table: "users",
  key: { id: "uuid" },
  columns: { totp_secret: "text" },
  where: elsewhere(secrets, "totp_secret"),
  anew: (row) => ({ totp_secret: sealedAnew(secrets, "totp", row.totp_secret) }),
});

const roundKeys = (secrets: Secrets): KeptPlace => ({
  name: "keys of rounds",
  table: "tenders",
  key: { case_id: "uuid", id: "uuid" },
  columns: { wrapped_key: "text" },
  where: elsewhere(secrets, "split_part(wrapped_key, '.', 2)"),
  anew: (row) => ({ wrapped_key: wrapAnew(secrets, text(row, "wrapped_key")) }),
});

const ownBids = (secrets: Secrets): KeptPlace => ({
  name: "bidders' own bids",
  table: "bids",
  key: { case_id: "uuid", id: "uuid" },
  columns: { sealed_for_bidder: "text" },
  reads: ["org_id"],
  where: elsewhere(secrets, "sealed_for_bidder"),
  anew: (row) => ({
    sealed_for_bidder: sealedAnew(secrets, bidderPurpose(text(row, "org_id")), row.sealed_for_bidder),
  }),
});

const messages = (secrets: Secrets): KeptPlace => ({
  name: "letters to debtors",
  table: "contact_messages",
  key: { case_id: "uuid", id: "uuid" },
  columns: { typed: "text", letter: "text" },
  where: `(${elsewhere(secrets, "typed")}) or (${elsewhere(secrets, "letter")})`,
  anew: (row) => ({
    typed: sealedAnew(secrets, "contact-typed", row.typed),
    letter: sealedAnew(secrets, "contact-letter", row.letter),
  }),
});

/** What the provider of text messages told, and the answers that wait for a person. */
const textMessages = (secrets: Secrets): KeptPlace[] => [
  {
    name: "what came from the provider of texts",
    table: "text_events",
    key: { id: "text" },
    columns: { raw: "text" },
    where: elsewhere(secrets, "raw"),
    anew: (row) => ({ raw: sealedAnew(secrets, "text-event", row.raw) }),
  },
  {
    name: "answers by text",
    table: "text_replies",
    key: { id: "text" },
    columns: { words: "text" },
    where: elsewhere(secrets, "words"),
    anew: (row) => ({ words: sealedAnew(secrets, "text-reply", row.words) }),
  },
];

/** Claims of files with the digest of their names, and cells that were refused. */
function imports(secrets: Secrets): KeptPlace[] {
  const [claims, names, rejects] = [claimPurpose, "debtor-name", rejectPurpose].map((purpose) =>
    secrets.rows(purpose),
  );
  const head = `'\\x02${secrets.ring[0]}'::bytea`;
  const isCurrent = (sealed: Buffer) => rowSealedUnder(sealed) === secrets.ring[0];
  const resealed = (rows: RowSecrets, sealed: Buffer, context: string) => {
    const plain = rows.unseal(sealed, context);
    return { plain, sealed: rows.seal(plain, context) };
  };
  return [
    {
      name: "imported claims",
      table: "portfolio_claims",
      key: { case_id: "uuid" },
      columns: { sealed: "bytea", name_key: "bytea" },
      reads: ["place_code"],
      where: `sealed <> '' and substring(sealed from 1 for 5) <> ${head}`,
      anew(row) {
        if (isCurrent(bytes(row.sealed))) return null;
        const { plain, sealed } = resealed(claims, bytes(row.sealed), text(row, "case_id"));
        const nameKey = names.mac(debtorText(unpackIdentity(plain).name, text(row, "place_code")));
        return {
          sealed: `\\x${sealed.toString("hex")}`,
          name_key: `\\x${nameKey.slice(0, 2 * nameKeyBytes)}`,
        };
      },
    },
    {
      name: "refused cells",
      table: "portfolio_rejects",
      key: { portfolio_id: "uuid", row_no: "integer", no: "integer" },
      columns: { sealed_value: "text" },
      where: `substring(decode(sealed_value, 'base64') from 1 for 5) <> ${head}`,
      anew(row) {
        const old = Buffer.from(text(row, "sealed_value"), "base64");
        if (isCurrent(old)) return null;
        const { sealed } = resealed(rejects, old, text(row, "portfolio_id"));
        return { sealed_value: sealed.toString("base64") };
      },
    },
  ];
}

type OwnKeys = Pick<KeptPlace, "name" | "table" | "key"> & { purpose: string };

/** A key that a debtor or a document has of its own; what lies under it stays as it is. A destroyed one is none any more. */
function ownKeys(secrets: Secrets, { purpose, ...place }: OwnKeys): KeptPlace {
  const wraps = secrets.rows(purpose);
  return {
    ...place,
    columns: { sealed: "bytea" },
    where: `substring(sealed from 1 for 5) <> '\\x02${secrets.ring[0]}'::bytea`,
    anew(row) {
      const owner = text(row, Object.keys(place.key)[0]);
      const sealed = wraps.seal(wraps.unseal(bytes(row.sealed), owner), owner);
      return { sealed: `\\x${sealed.toString("hex")}` };
    },
  };
}

/** Digests do not name their key: every row is reckoned again, and one that no secret of the ring made is not vouched for. */
function digests(secrets: Secrets): KeptPlace[] {
  const anew = (column: string, row: KeptRow, right: readonly string[]) => {
    const kept = text(row, column);
    if (kept === right[0]) return null;
    if (!right.includes(kept)) throw new Error("Made under no secret that was given");
    return { [column]: right[0] };
  };
  return [
    {
      name: "debtors' names",
      table: "debtors",
      key: { case_id: "uuid" },
      columns: { name_key: "text" },
      reads: ["name", "place_code"],
      beside: { table: "subject_keys", reads: ["sealed"] },
      where: "name_key is not null",
      anew(row) {
        const caseId = text(row, "case_id");
        const sight = byMachine({ caseId, fields: ["name"] });
        const name = openName({ secrets }, sight, { name: bytes(row.name), key: bytes(row.sealed) }) ?? "";
        return anew("name_key", row, secrets.macs("debtor-name", debtorText(name, text(row, "place_code"))));
      },
    },
    {
      name: "letters' codes",
      table: "letter_codes",
      key: { code_key: "text" },
      columns: { code_key: "text" },
      reads: ["case_id", "letter_id"],
      anew: (row) =>
        anew(
          "code_key",
          row,
          codeKeysOf(secrets, { caseId: text(row, "case_id"), id: text(row, "letter_id") }),
        ),
    },
    {
      name: "seals of logs",
      table: "timeline_heads",
      key: { case_id: "uuid" },
      columns: { mac: "text" },
      reads: ["seq", "hash"],
      anew: (row) =>
        anew(
          "mac",
          row,
          headMacs(secrets, { caseId: text(row, "case_id"), seq: Number(row.seq), hash: text(row, "hash") }),
        ),
    },
  ];
}

const lastingWraps = (secrets: Secrets): KeptPlace => ({
  name: "lasting keys",
  table: "lasting_keys",
  key: { purpose: "text" },
  columns: { sealed: "text" },
  where: elsewhere(secrets, "sealed"),
  anew: (row) => ({ sealed: sealedAnew(secrets, wrapPurpose(text(row, "purpose")), row.sealed) }),
});
