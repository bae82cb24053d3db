import { createHash, type KeyObject, constants as tls, verify, X509Certificate } from "node:crypto";
import { ContentInfo, id_signedData, SignedData, type SignerInfo } from "@peculiar/asn1-cms";
import { AsnConvert, type OctetString } from "@peculiar/asn1-schema";
import { TSTInfo } from "@peculiar/asn1-tsp";
import { Certificate, ExtendedKeyUsage } from "@peculiar/asn1-x509";
import { fromBER, ObjectIdentifier, OctetString as Octets, type Sequence } from "asn1js";
import { err, ok, type Result } from "#app/domain/result.ts";

/** What a time authority said: that these bytes existed at `at`. */
export type Stamp = {
  at: Date;
  /** Name of the authority in its certificate. */
  by: string;
  /** SHA-256 of the certificate of the root it was traced to; null where none was named to trace it to. */
  root: string | null;
};

type Of = {
  /** SHA-256 of what was stamped, hexadecimal. */
  sha256: string;
  /** What was asked with, so that an old answer is none to this question; null for a token that was kept. */
  nonce: Uint8Array | null;
  /** Roots that are trusted, in PEM; null to trust none and check the rest. */
  roots: readonly string[] | null;
};

class Unfit extends Error {}

/**
 * Whether a token says that these bytes were there at its time, signed by a time authority of one of the roots.
 *
 * @see RFC 3161 2.4.2, RFC 5652 5.4 to 5.6, RFC 5816
 */
export function readStamp(token: Uint8Array, of: Of): Result<Stamp, string> {
  try {
    return ok(checked(token, of));
  } catch (error) {
    if (error instanceof Unfit) return err(error.message);
    return err("no time stamp that could be read");
  }
}

const oid = {
  tstInfo: "1.2.840.113549.1.9.16.1.4",
  contentType: "1.2.840.113549.1.9.3",
  messageDigest: "1.2.840.113549.1.9.4",
  signingCertificate: "1.2.840.113549.1.9.16.2.12",
  signingCertificateV2: "1.2.840.113549.1.9.16.2.47",
  extKeyUsage: "2.5.29.37",
  timeStamping: "1.3.6.1.5.5.7.3.8",
};

const digests: Record<string, string> = {
  "1.3.14.3.2.26": "sha1",
  "2.16.840.1.101.3.4.2.1": "sha256",
  "2.16.840.1.101.3.4.2.2": "sha384",
  "2.16.840.1.101.3.4.2.3": "sha512",
};
const sha256Oid = "2.16.840.1.101.3.4.2.1";

function checked(token: Uint8Array, { sha256, nonce, roots }: Of): Stamp {
  const outer = AsnConvert.parse(token, ContentInfo);
  if (outer.contentType !== id_signedData) throw new Unfit("not signed");
  const signed = AsnConvert.parse(outer.content, SignedData);
  const content = signed.encapContentInfo.eContent?.single;
  if (signed.encapContentInfo.eContentType !== oid.tstInfo || !content)
    throw new Unfit("signed, and no time stamp");
  const told = AsnConvert.parse(content.buffer, TSTInfo);
  checkTold(told, { sha256, nonce });
  const certificates = certificatesIn(outer.content);
  if (signed.signerInfos.length !== 1) throw new Unfit("not signed by one authority");
  const signer = certificateOf(signed.signerInfos[0], certificates);
  checkSignature(signed.signerInfos[0], { signer, content, attributes: attributesIn(outer.content) });
  checkPurpose(signer);
  if (!isValidAt(signer, told.genTime))
    throw new Unfit("the authority's certificate was not valid at that time");
  const root = roots ? rootOf(signer, { pool: certificates, roots, at: told.genTime }) : null;
  if (roots && !root) throw new Unfit("its authority leads to no root that was named");
  return { at: told.genTime, by: nameOf(signer), root: root ? fingerprintOf(root) : null };
}

function checkTold(told: TSTInfo, { sha256, nonce }: Omit<Of, "roots">): void {
  const { hashAlgorithm, hashedMessage } = told.messageImprint;
  const isOf = hashAlgorithm.algorithm === sha256Oid && hexOf(hashedMessage.buffer) === sha256;
  if (!isOf) throw new Unfit("of something else: it names another hash");
  if (nonce && (!told.nonce || numberOf(told.nonce) !== numberOf(nonce)))
    throw new Unfit("no answer to this question: it bears another nonce");
}

const hexOf = (bytes: ArrayBuffer | Uint8Array) =>
  Buffer.from(bytes instanceof Uint8Array ? bytes : new Uint8Array(bytes)).toString("hex");

const numberOf = (bytes: ArrayBuffer | Uint8Array) => BigInt(`0x${hexOf(bytes)}`);

const fingerprintOf = ({ raw }: X509Certificate) => createHash("sha256").update(raw).digest("hex");

/** The certificate that the signer names, by its issuer and number or by its key. */
function certificateOf({ sid }: SignerInfo, certificates: readonly X509Certificate[]): X509Certificate {
  const found = certificates.find(({ raw }) => {
    const { tbsCertificate } = AsnConvert.parse(raw, Certificate);
    const named = sid.issuerAndSerialNumber;
    if (!named) {
      const id = tbsCertificate.extensions?.find(({ extnID }) => extnID === "2.5.29.14");
      const kept = id && (fromBER(id.extnValue.buffer).result as Octets).valueBlock.valueHexView;
      return Boolean(
        sid.subjectKeyIdentifier && kept && hexOf(kept) === hexOf(sid.subjectKeyIdentifier.buffer),
      );
    }
    const isNumber = hexOf(tbsCertificate.serialNumber) === hexOf(named.serialNumber);
    const [issuer, other] = [tbsCertificate.issuer, named.issuer].map((name) =>
      hexOf(AsnConvert.serialize(name)),
    );
    return isNumber && issuer === other;
  });
  if (!found) throw new Unfit("the authority's certificate is not in it");
  return found;
}

/** The signature is over the attributes, which name what is signed and the very certificate that signs. */
function checkSignature(
  info: SignerInfo,
  {
    signer,
    content,
    attributes,
  }: { signer: X509Certificate; content: OctetString; attributes: Buffer | null },
): void {
  const digest = digests[info.digestAlgorithm.algorithm];
  if (!digest || digest === "sha1" || !info.signedAttrs || !attributes)
    throw new Unfit("signed in a way that is not accepted");
  const attribute = (type: string): ArrayBuffer | null => {
    const found = (info.signedAttrs ?? []).filter(({ attrType }) => attrType === type);
    return found.length === 1 && found[0].attrValues.length === 1 ? found[0].attrValues[0] : null;
  };
  const [type, hash] = [attribute(oid.contentType), attribute(oid.messageDigest)];
  const named = type && fromBER(type).result;
  if (!(named instanceof ObjectIdentifier) || named.valueBlock.toString() !== oid.tstInfo)
    throw new Unfit("its signature is over something that is no time stamp");
  const signedHash = hash && (fromBER(hash).result as Octets).valueBlock.valueHexView;
  const isOver = createHash(digest).update(new Uint8Array(content.buffer)).digest("hex");
  if (!signedHash || hexOf(signedHash) !== isOver)
    throw new Unfit("changed: its signature is over another text");
  if (!namesCertificate(attribute(oid.signingCertificateV2), attribute(oid.signingCertificate), signer))
    throw new Unfit("its signature does not name the authority's certificate");
  const signature = Buffer.from(info.signature.buffer);
  if (
    !isSigned({
      attributes,
      signature,
      digest,
      algorithm: info.signatureAlgorithm.algorithm,
      key: signer.publicKey,
    })
  )
    throw new Unfit("the signature is not the authority's");
}

/** The parts of a sequence, read as they are written and not as the library would write them. */
const partsOf = (sequence: unknown) => (sequence as Sequence).valueBlock.value;

/** The part that is marked [0] by its sequence: a signed text's certificates, a signer's attributes. */
const markedIn = (sequence: unknown) =>
  partsOf(sequence).find(({ idBlock }) => idBlock.tagClass === 3 && idBlock.tagNumber === 0);

function certificatesIn(signed: ArrayBuffer): X509Certificate[] {
  const found = markedIn(fromBER(signed).result);
  const plain = found ? partsOf(found).filter(({ idBlock }) => idBlock.tagClass === 1) : [];
  return plain.map(({ valueBeforeDecodeView }) => new X509Certificate(Buffer.from(valueBeforeDecodeView)));
}

/** The attributes of the one signer as they were signed: as a set, whatever place they have in the token (RFC 5652 5.4). */
function attributesIn(signed: ArrayBuffer): Buffer | null {
  const [signer] = partsOf(partsOf(fromBER(signed).result).at(-1));
  const found = markedIn(signer);
  if (!found) return null;
  const attributes = Buffer.from(found.valueBeforeDecodeView);
  attributes[0] = 0x31;
  return attributes;
}

/** The first certificate named is the signer's, by its hash (RFC 2634 5.4, RFC 5035 3). */
function namesCertificate(v2: ArrayBuffer | null, v1: ArrayBuffer | null, { raw }: X509Certificate): boolean {
  const value = v2 ?? v1;
  if (!value) return false;
  const [certs] = partsOf(fromBER(value).result);
  const [algorithm, hash] = partsOf(partsOf(certs)[0]);
  const isPlain = algorithm instanceof Octets;
  const digest = isPlain
    ? v2
      ? "sha256"
      : "sha1"
    : digests[(partsOf(algorithm)[0] as ObjectIdentifier).valueBlock.toString()];
  const named = (isPlain ? algorithm : hash) as Octets;
  return (
    digest !== undefined &&
    hexOf(named.valueBlock.valueHexView) === createHash(digest).update(raw).digest("hex")
  );
}

type Signed = { attributes: Buffer; signature: Buffer; digest: string; algorithm: string; key: KeyObject };

/** Signature algorithms by their names, with the digest each stands for where it names one. */
const algorithms: Record<string, { key: string; digest?: string; isPss?: boolean }> = {
  "1.2.840.113549.1.1.1": { key: "rsa" },
  "1.2.840.113549.1.1.11": { key: "rsa", digest: "sha256" },
  "1.2.840.113549.1.1.12": { key: "rsa", digest: "sha384" },
  "1.2.840.113549.1.1.13": { key: "rsa", digest: "sha512" },
  "1.2.840.113549.1.1.10": { key: "rsa", isPss: true },
  "1.2.840.10045.4.3.2": { key: "ec", digest: "sha256" },
  "1.2.840.10045.4.3.3": { key: "ec", digest: "sha384" },
  "1.2.840.10045.4.3.4": { key: "ec", digest: "sha512" },
};
const leastRsaBits = 2048;

function isSigned({ attributes, signature, digest, algorithm, key }: Signed): boolean {
  const known = algorithms[algorithm];
  if (!known || key.asymmetricKeyType !== known.key || (known.digest && known.digest !== digest))
    return false;
  if ((key.asymmetricKeyDetails?.modulusLength ?? leastRsaBits) < leastRsaBits) return false;
  const padding = known.isPss
    ? { padding: tls.RSA_PKCS1_PSS_PADDING, saltLength: tls.RSA_PSS_SALTLEN_AUTO }
    : {};
  return verify(digest, attributes, { key, ...padding }, signature);
}

/** A certificate for stamping time and for nothing else, critically so (RFC 3161 2.3). */
function checkPurpose({ raw }: X509Certificate): void {
  const { extensions } = AsnConvert.parse(raw, Certificate).tbsCertificate;
  const usage = extensions?.find(({ extnID }) => extnID === oid.extKeyUsage);
  const purposes = usage ? [...AsnConvert.parse(usage.extnValue.buffer, ExtendedKeyUsage)] : [];
  if (!usage?.critical || purposes.length !== 1 || purposes[0] !== oid.timeStamping)
    throw new Unfit("its signer may not stamp time");
}

const isValidAt = ({ validFrom, validTo }: X509Certificate, at: Date): boolean =>
  Date.parse(validFrom) <= at.getTime() && at.getTime() <= Date.parse(validTo);

const longestChain = 6;

/** The root that was named and to which the certificate leads, each link issued, signed and valid at the time; null where it leads to none. */
function rootOf(
  from: X509Certificate,
  { pool, roots, at }: { pool: readonly X509Certificate[]; roots: readonly string[]; at: Date },
): X509Certificate | null {
  const anchors = roots.map((pem) => new X509Certificate(pem));
  let link = from;
  for (let length = 0; length < longestChain; length += 1) {
    const anchor = anchors.find(({ raw }) => raw.equals(link.raw));
    if (anchor) return anchor;
    const issuer = [...anchors, ...pool].find(
      (each) =>
        each.ca && !each.raw.equals(link.raw) && link.checkIssued(each) && link.verify(each.publicKey),
    );
    if (!issuer || !isValidAt(issuer, at)) return null;
    link = issuer;
  }
  return null;
}

/** Common name, else the organisation, else all of the subject in one line. */
const nameOf = ({ subject }: X509Certificate): string =>
  (/^CN=(.+)$/m.exec(subject)?.[1] ?? /^O=(.+)$/m.exec(subject)?.[1] ?? subject.replaceAll("\n", ", ")).slice(
    0,
    120,
  );
