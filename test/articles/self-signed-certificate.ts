import { generateKeyPairSync, randomBytes, sign } from "node:crypto";

/** A certificate nobody vouches for, made anew, as PEM. DER by hand: Node can read certificates but not make them. */
export function selfSignedCertificate(name: string): { cert: string; key: string } {
  const { publicKey, privateKey } = generateKeyPairSync("ed25519");
  const ed25519 = sequence(Buffer.from("06032b6570", "hex"));
  const commonName = sequence(
    der(0x31, sequence(Buffer.from("0603550403", "hex"), der(0x0c, Buffer.from(name)))),
  );
  const day = 86_400_000;
  const utc = (at: number) =>
    der(0x17, Buffer.from(`${new Date(at).toISOString().replace(/\D/g, "").slice(2, 14)}Z`));
  const body = sequence(
    der(0xa0, Buffer.from("020102", "hex")),
    der(0x02, Buffer.concat([Buffer.of(1), randomBytes(8)])),
    ed25519,
    commonName,
    sequence(utc(Date.now() - day), utc(Date.now() + day)),
    commonName,
    publicKey.export({ format: "der", type: "spki" }),
  );
  const signature = der(0x03, Buffer.of(0), sign(null, body, privateKey));
  const whole = sequence(body, ed25519, signature).toString("base64");
  return {
    cert: `-----BEGIN CERTIFICATE-----\n${whole.replace(/.{64}/g, "$&\n")}\n-----END CERTIFICATE-----\n`,
    key: privateKey.export({ format: "pem", type: "pkcs8" }).toString(),
  };
}

function sequence(...parts: readonly Buffer[]): Buffer {
  return der(0x30, ...parts);
}

function der(tag: number, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  const length =
    content.length < 128
      ? Buffer.of(content.length)
      : Buffer.of(0x82, content.length >> 8, content.length & 0xff);
  return Buffer.concat([Buffer.of(tag), length, content]);
}
