// The browser's half of WebAuthn. The newer JSON helpers of browsers are not used: phones of a few years ago do not have them.
import { send } from "./api";

type Start = { ceremony: string; options: unknown };
type DescriptorJson = { id: string; type: PublicKeyCredentialType; transports?: AuthenticatorTransport[] };
type CreationJson = Omit<PublicKeyCredentialCreationOptions, "challenge" | "user" | "excludeCredentials"> & {
  challenge: string; user: { id: string; name: string; displayName: string }; excludeCredentials?: DescriptorJson[];
};
type RequestJson = Omit<PublicKeyCredentialRequestOptions, "challenge" | "allowCredentials"> & { challenge: string; allowCredentials?: DescriptorJson[] };

/** A passkey as the account's page shows one. */
export type PasskeyLine = { id: string; name: string; is_synced: boolean; added_at: string; used_at: string | null };

/** The person closed the browser's question, or let it run out. */
export class PasskeyDeclined extends Error {}

/** The authenticator already holds one for this account. */
export class PasskeyKnown extends Error {}

/** Whether this browser knows passkeys at all; over a line in clear it does not. */
export function knowsPasskeys(): boolean {
  return isSecureContext && typeof PublicKeyCredential === "function" && typeof navigator.credentials?.create === "function";
}

/** Makes a passkey for whoever is signed in. */
export async function addPasskey(name: string): Promise<PasskeyLine> {
  const start = await send<Start>("POST", "/api/passkeys/begin");
  const options = start.options as CreationJson;
  const made = await asked(() => navigator.credentials.create({
    publicKey: {
      ...options,
      challenge: bytesOf(options.challenge),
      user: { ...options.user, id: bytesOf(options.user.id) },
      excludeCredentials: (options.excludeCredentials ?? []).map(descriptorOf),
    },
  }));
  const response = made.response as AuthenticatorAttestationResponse;
  return send<PasskeyLine>("POST", "/api/passkeys", {
    ceremony: start.ceremony,
    name,
    credential: {
      ...credentialOf(made),
      response: {
        clientDataJSON: textOf(response.clientDataJSON), attestationObject: textOf(response.attestationObject),
        transports: response.getTransports?.() ?? [],
      },
    },
  });
}

/** Signs in by whichever passkey of ours this browser holds. */
export async function signInByPasskey(): Promise<void> {
  const start = await send<Start>("POST", "/api/session/passkey/begin");
  const options = start.options as RequestJson;
  const found = await asked(() => navigator.credentials.get({
    publicKey: { ...options, challenge: bytesOf(options.challenge), allowCredentials: (options.allowCredentials ?? []).map(descriptorOf) },
  }));
  const response = found.response as AuthenticatorAssertionResponse;
  await send("POST", "/api/session/passkey", {
    ceremony: start.ceremony,
    credential: {
      ...credentialOf(found),
      response: {
        clientDataJSON: textOf(response.clientDataJSON), authenticatorData: textOf(response.authenticatorData),
        signature: textOf(response.signature), userHandle: response.userHandle === null ? null : textOf(response.userHandle),
      },
    },
  });
}

async function asked(ask: () => Promise<Credential | null>): Promise<PublicKeyCredential> {
  try {
    const answer = await ask();
    if (answer instanceof PublicKeyCredential) {
      return answer;
    }
  } catch (fault) {
    if (fault instanceof DOMException && fault.name === "InvalidStateError") {
      throw new PasskeyKnown();
    }
    if (!(fault instanceof DOMException) || !["NotAllowedError", "AbortError"].includes(fault.name)) {
      throw fault;
    }
  }
  throw new PasskeyDeclined();
}

function credentialOf(credential: PublicKeyCredential): Record<string, unknown> {
  return {
    id: credential.id, rawId: textOf(credential.rawId), type: credential.type, clientExtensionResults: {},
    authenticatorAttachment: credential.authenticatorAttachment,
  };
}

function descriptorOf(json: DescriptorJson): PublicKeyCredentialDescriptor {
  return { type: json.type, id: bytesOf(json.id), ...(json.transports ? { transports: json.transports } : {}) };
}

function bytesOf(text: string): ArrayBuffer {
  const letters = atob(text.replace(/-/g, "+").replace(/_/g, "/"));
  return Uint8Array.from(letters, (letter) => letter.charCodeAt(0)).buffer;
}

function textOf(bytes: ArrayBuffer): string {
  return btoa(String.fromCharCode(...new Uint8Array(bytes))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
}
