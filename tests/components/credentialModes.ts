import type { KafkaCredentialsArgs } from "../../components";
import { CLIENT, MIDDLE, ROOT } from "../kafka/stores/samples";

/** Version 2 of MIT's format, and no entry. */
export const KEYTAB = Buffer.from([0x05, 0x02]).toString("base64");

export const KERBEROS = {
    mode: "GSSAPI",
    keytab: { base64: KEYTAB },
    serviceName: "kafka",
    kdc: "kdc.plant.example",
    realm: "PLANT.EXAMPLE",
    principal: "iot/rules.plant.example",
    trustStore: { caPem: ROOT.pem, password: "canary-trust" },
} as const satisfies KafkaCredentialsArgs;

export const MUTUAL_TLS = {
    mode: "SSL",
    keyStore: { certificatePem: CLIENT.pem, privateKeyPem: CLIENT.keyPem, chainPem: MIDDLE.pem + ROOT.pem },
} as const satisfies KafkaCredentialsArgs;

export const PLAIN = {
    mode: "PLAIN",
    user: { username: "API-KEY", password: "canary-plain" },
} as const satisfies KafkaCredentialsArgs;

/** What the random provider makes of a seed. */
export const RANDOM_BYTES = "random:index/randomBytes:RandomBytes";
export const SEED = Buffer.alloc(32, 7).toString("base64");
