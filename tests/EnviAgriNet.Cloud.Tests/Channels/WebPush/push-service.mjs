// A strict push service (RFC 8030, 8188, 8291, 8292) that also plays the browser: it makes subscriptions, checks every header and our
// signature, decrypts with the subscriber's private key and prints what it got, one JSON per line. It shares no code with the product.
// usage: node push-service.mjs KEY.pem CERT.pem
import crypto from "node:crypto";
import fs from "node:fs";
import https from "node:https";

const [keyFile, certFile] = process.argv.slice(2);
const say = (what) => process.stdout.write(JSON.stringify(what) + "\n");
const fromUrl = (text) => Buffer.from(text, "base64url");
const browsers = new Map();

function browser(name, port) {
  const pair = crypto.createECDH("prime256v1");
  pair.generateKeys();
  const secret = crypto.randomBytes(16);
  browsers.set(name, { pair, secret });
  return {
    endpoint: `https://localhost:${port}/push/${name}`,
    expirationTime: null,
    keys: { p256dh: pair.getPublicKey("base64url", "uncompressed"), auth: secret.toString("base64url") },
  };
}

function claimsOf(header, origin) {
  const parts = /^vapid t=([\w-]+)\.([\w-]+)\.([\w-]+), k=([\w-]+)$/.exec(header ?? "");
  if (parts === null) throw new Error("no vapid");
  const [, head, body, signature, key] = parts;
  const point = fromUrl(key);
  if (point.length !== 65 || point[0] !== 4) throw new Error("k is no point");
  const publicKey = crypto.createPublicKey({
    format: "jwk",
    key: { kty: "EC", crv: "P-256", x: point.subarray(1, 33).toString("base64url"), y: point.subarray(33).toString("base64url") },
  });
  const given = JSON.parse(fromUrl(head));
  if (given.alg !== "ES256" || given.typ !== "JWT") throw new Error("not an ES256 JWT");
  if (!crypto.verify("sha256", Buffer.from(`${head}.${body}`), { key: publicKey, dsaEncoding: "ieee-p1363" }, fromUrl(signature))) throw new Error("bad signature");
  const claims = JSON.parse(fromUrl(body));
  const now = Date.now() / 1000;
  if (claims.aud !== origin) throw new Error(`aud ${claims.aud}`);
  if (!(claims.exp > now && claims.exp <= now + 24 * 3600)) throw new Error("exp");
  if (!/^(mailto:|https:)/.test(claims.sub)) throw new Error("sub");
  return { claims, key };
}

function decrypt(body, { pair, secret }) {
  const salt = body.subarray(0, 16);
  const size = body.readUInt32BE(16);
  const length = body[20];
  const theirs = body.subarray(21, 21 + length);
  const record = body.subarray(21 + length);
  if (record.length > size) throw new Error("more than one record");
  const shared = pair.computeSecret(theirs);
  const hkdf = (input, salted, info, bytes) => Buffer.from(crypto.hkdfSync("sha256", input, salted, info, bytes));
  const input = hkdf(shared, secret, Buffer.concat([Buffer.from("WebPush: info\0"), pair.getPublicKey(), theirs]), 32);
  const key = hkdf(input, salt, Buffer.from("Content-Encoding: aes128gcm\0"), 16);
  const nonce = hkdf(input, salt, Buffer.from("Content-Encoding: nonce\0"), 12);
  const cipher = crypto.createDecipheriv("aes-128-gcm", key, nonce);
  cipher.setAuthTag(record.subarray(record.length - 16));
  const plain = Buffer.concat([cipher.update(record.subarray(0, record.length - 16)), cipher.final()]);
  const end = plain.lastIndexOf(2);
  if (end !== plain.length - 1) throw new Error("no last-record delimiter at the end");
  return plain.subarray(0, end).toString("utf8");
}

function take(request, body, port) {
  const name = request.url.replace("/push/", "");
  if (name === "gone") return [410];
  if (name === "busy") return [429, { "Retry-After": "7" }];
  if (name === "huge") return [413];
  const who = browsers.get(name);
  if (request.method !== "POST" || who === undefined) return [404];
  const headers = request.headers;
  try {
    if (headers["content-encoding"] !== "aes128gcm") throw new Error("content-encoding");
    if (!/^\d{1,9}$/.test(headers.ttl ?? "")) throw new Error("ttl");
    if (!["very-low", "low", "normal", "high"].includes(headers.urgency)) throw new Error("urgency");
    if (!/^[\w-]{1,32}$/.test(headers.topic ?? "")) throw new Error("topic");
    if (body.length > 4096) return [413];
    const { claims, key } = claimsOf(headers.authorization, `https://localhost:${port}`);
    say({ name, ttl: Number(headers.ttl), urgency: headers.urgency, topic: headers.topic, sub: claims.sub, key, payload: JSON.parse(decrypt(body, who)) });
    return [201, { Location: `/m/${name}` }];
  } catch (fault) {
    say({ name, fault: fault.message });
    return [400];
  }
}

const server = https.createServer({ key: fs.readFileSync(keyFile), cert: fs.readFileSync(certFile) }, (request, response) => {
  const parts = [];
  request.on("data", (part) => parts.push(part));
  request.on("end", () => {
    const [status, headers = {}] = take(request, Buffer.concat(parts), server.address().port);
    response.writeHead(status, headers).end();
  });
});
server.listen(0, "127.0.0.1", () => {
  const port = server.address().port;
  say({ port, subscriptions: Object.fromEntries(["one", "two", "gone", "busy", "huge"].map((name) => [name, browser(name, port)])) });
});
process.stdin.on("end", () => process.exit(0)).resume();
