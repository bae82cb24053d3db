import {
  createHash,
  generateKeyPairSync,
  type KeyObject,
  randomBytes,
  sign,
  X509Certificate,
} from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { buffer } from "node:stream/consumers";
import {
  Attribute,
  CertificateChoices,
  CertificateSet,
  ContentInfo,
  DigestAlgorithmIdentifiers,
  EncapsulatedContent,
  EncapsulatedContentInfo,
  IssuerAndSerialNumber,
  id_signedData,
  SignedData,
  SignerIdentifier,
  SignerInfo,
  SignerInfos,
} from "@peculiar/asn1-cms";
import { AsnConvert, OctetString } from "@peculiar/asn1-schema";
import { PKIStatusInfo, TimeStampReq, TimeStampResp, TSTInfo } from "@peculiar/asn1-tsp";
import {
  AlgorithmIdentifier,
  AttributeTypeAndValue,
  AttributeValue,
  BasicConstraints,
  Certificate,
  ExtendedKeyUsage,
  Extension,
  Extensions,
  Name,
  RelativeDistinguishedName,
  SubjectPublicKeyInfo,
  TBSCertificate,
  Validity,
} from "@peculiar/asn1-x509";
import { fromBER, ObjectIdentifier, OctetString as Octets, Sequence } from "asn1js";

const sha256 = () => new AlgorithmIdentifier({ algorithm: "2.16.840.1.101.3.4.2.1" });
const ecdsa = () => new AlgorithmIdentifier({ algorithm: "1.2.840.10045.4.3.2" });
const keyPair = () => generateKeyPairSync("ec", { namedCurve: "P-256" });
const timeStamping = "1.3.6.1.5.5.7.3.8";

type Wanted = {
  name: string;
  key: KeyObject;
  by: { name: string; key: KeyObject };
  ca?: boolean;
  purposes?: readonly string[];
  years?: [number, number];
};

const nameOf = (common: string) =>
  new Name([
    new RelativeDistinguishedName([
      new AttributeTypeAndValue({ type: "2.5.4.3", value: new AttributeValue({ utf8String: common }) }),
    ]),
  ]);

const extension = (extnID: string, value: object) =>
  new Extension({ extnID, critical: true, extnValue: new OctetString(AsnConvert.serialize(value)) });

/** A certificate, signed by `by`. */
function certificateOf({
  name,
  key,
  by,
  ca = false,
  purposes = [],
  years = [2020, 2045],
}: Wanted): Certificate {
  const tbs = new TBSCertificate({
    version: 2,
    serialNumber: Uint8Array.from([0x42, ...randomBytes(8)]).buffer,
    signature: ecdsa(),
    issuer: nameOf(by.name),
    subject: nameOf(name),
    validity: new Validity({
      notBefore: new Date(Date.UTC(years[0], 0)),
      notAfter: new Date(Date.UTC(years[1], 0)),
    }),
    subjectPublicKeyInfo: AsnConvert.parse(key.export({ format: "der", type: "spki" }), SubjectPublicKeyInfo),
    extensions: new Extensions([
      extension("2.5.29.19", new BasicConstraints({ cA: ca })),
      ...(purposes.length > 0 ? [extension("2.5.29.37", new ExtendedKeyUsage([...purposes]))] : []),
    ]),
  });
  const signature = sign("sha256", Buffer.from(AsnConvert.serialize(tbs)), by.key);
  return new Certificate({
    tbsCertificate: tbs,
    signatureAlgorithm: ecdsa(),
    signatureValue: Uint8Array.from(signature).buffer,
  });
}

const derOf = (value: object) => Buffer.from(AsnConvert.serialize(value));

/** What an authority does otherwise than it should. */
export type Manner = Partial<{
  /** Changes what it states before it signs. */
  states: (told: TSTInfo) => void;
  /** Answers with other bytes, or another status. */
  answers: (reply: Buffer) => { status?: number; body: Buffer };
  refuses: boolean;
  /** Breaks a connection on which a second question comes: it closed it a moment ago, and the asker has not heard. */
  answersOnce: boolean;
  purposes: readonly string[];
  years: [number, number];
}>;

export type TestAuthority = {
  url: string;
  /** The root's certificate in PEM. */
  root: string;
  /** Hashes it was asked to stamp, in their order. */
  asked: string[];
  manner: Manner;
  close: () => Promise<void>;
};

/** A time authority over real HTTP, with a root and a signer of its own (RFC 3161 3.4). It stamps the machine's time. */
export async function aTimeAuthority(manner: Manner = {}): Promise<TestAuthority> {
  const [rootKeys, keys] = [keyPair(), keyPair()];
  const by = { name: "Root of the tests", key: rootKeys.privateKey };
  const root = certificateOf({ name: by.name, key: rootKeys.publicKey, by, ca: true });
  const { purposes = [timeStamping], years } = manner;
  const signer = certificateOf({ name: "Clock of the tests", key: keys.publicKey, by, purposes, years });
  const asked: string[] = [];
  const authority = { url: "", root: new X509Certificate(derOf(root)).toString(), asked, manner };
  const used = new WeakSet<Socket>();
  const server = createServer(async (request, response) => {
    if (authority.manner.answersOnce && used.has(request.socket)) {
      request.socket.destroy();
      return;
    }
    used.add(request.socket);
    const query = AsnConvert.parse(await buffer(request), TimeStampReq);
    asked.push(Buffer.from(query.messageImprint.hashedMessage.buffer).toString("hex"));
    const reply = authority.manner.refuses
      ? new TimeStampResp({ status: new PKIStatusInfo({ status: 2 }) })
      : replyTo(query, { signer, key: keys.privateKey, states: authority.manner.states });
    const { status = 200, body } = authority.manner.answers?.(derOf(reply)) ?? { body: derOf(reply) };
    response.writeHead(status, { "content-type": "application/timestamp-reply" }).end(body);
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  authority.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const close = () =>
    new Promise<void>((done) => {
      server.close(() => done());
      server.closeAllConnections();
    });
  return Object.assign(authority, { close });
}

type Signing = { signer: Certificate; key: KeyObject; states?: (told: TSTInfo) => void };

function replyTo(query: TimeStampReq, { signer, key, states = () => {} }: Signing): TimeStampResp {
  const told = new TSTInfo({
    version: 1,
    policy: "1.2.3.4.1",
    messageImprint: query.messageImprint,
    serialNumber: Uint8Array.from([0x11, ...randomBytes(8)]).buffer,
    genTime: new Date(Math.floor(Date.now() / 1000) * 1000),
    nonce: query.nonce,
  });
  states(told);
  const content = derOf(told);
  const info = new SignerInfo({
    version: 1,
    sid: new SignerIdentifier({
      issuerAndSerialNumber: new IssuerAndSerialNumber({
        issuer: signer.tbsCertificate.issuer,
        serialNumber: signer.tbsCertificate.serialNumber,
      }),
    }),
    digestAlgorithm: sha256(),
    signedAttrs: attributesOf(content, derOf(signer)),
    signatureAlgorithm: ecdsa(),
  });
  info.signature = new OctetString(sign("sha256", signedPart(info), key));
  const signed = new SignedData({
    version: 3,
    digestAlgorithms: new DigestAlgorithmIdentifiers([sha256()]),
    encapContentInfo: new EncapsulatedContentInfo({
      eContentType: "1.2.840.113549.1.9.16.1.4",
      eContent: new EncapsulatedContent({ single: new OctetString(content) }),
    }),
    certificates: new CertificateSet([new CertificateChoices({ certificate: signer })]),
    signerInfos: new SignerInfos([info]),
  });
  const token = new ContentInfo({ contentType: id_signedData, content: AsnConvert.serialize(signed) });
  return new TimeStampResp({ status: new PKIStatusInfo({ status: 0 }), timeStampToken: token });
}

const digest = (bytes: Buffer) => createHash("sha256").update(bytes).digest();

/** What is signed, by their names, and the certificate that signs, by its hash (RFC 5035). */
function attributesOf(content: Buffer, signer: Buffer): Attribute[] {
  const octets = (bytes: Buffer) => new Octets({ valueHex: Uint8Array.from(bytes).buffer });
  const named = new Sequence({
    value: [new Sequence({ value: [new Sequence({ value: [octets(digest(signer))] })] })],
  });
  const values: [string, { toBER(): ArrayBuffer }][] = [
    ["1.2.840.113549.1.9.3", new ObjectIdentifier({ value: "1.2.840.113549.1.9.16.1.4" })],
    ["1.2.840.113549.1.9.4", octets(digest(content))],
    ["1.2.840.113549.1.9.16.2.47", named],
  ];
  return values.map(([attrType, value]) => new Attribute({ attrType, attrValues: [value.toBER()] }));
}

/** The attributes as a set, as the library writes them within the signer's part. */
function signedPart(info: SignerInfo): Buffer {
  const whole = new SignerInfo({ ...info, signature: new OctetString(Buffer.alloc(1)) });
  const parts = (fromBER(AsnConvert.serialize(whole)).result as Sequence).valueBlock.value;
  const marked = parts.find(({ idBlock }) => idBlock.tagClass === 3 && idBlock.tagNumber === 0);
  const part = Buffer.from(marked?.valueBeforeDecodeView ?? new Uint8Array());
  part[0] = 0x31;
  return part;
}
