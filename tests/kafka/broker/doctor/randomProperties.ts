import fc from "fast-check";
import { keyStoreOf, trustStoreOf } from "../lab/authority";
import type { Resolved } from "../lab/javaProperties";
import { MISTAKEN } from "../lab/kdc";
import { keytabOf } from "../lab/keytab";
import { type Lab, MODES } from "../lab/lab";

/** Client properties out of which people could have made something: one of four that work, with a few values changed. */
export function randomProperties(lab: Lab): fc.Arbitrary<Resolved> {
    const pool = poolOf(lab);
    const change = fc
        .constantFrom(...Object.keys(pool))
        .chain((name) => fc.tuple(fc.constant(name), fc.constantFrom(...pool[name]!)));
    return fc.tuple(fc.constantFrom(...MODES), fc.array(change, { maxLength: 3 })).map(([mode, changes]) => {
        const all: Record<string, string | undefined> = { ...lab.modes[mode], ...Object.fromEntries(changes) };
        return Object.fromEntries(
            Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined),
        );
    });
}

/** What each property may become; `undefined` takes it away. */
function poolOf(lab: Lab): Readonly<Record<string, readonly (string | undefined)[]>> {
    const { certificates, modes } = lab;
    const { authority, stranger, client } = certificates;
    const { mtls, sasl, scram, plaintext } = lab.broker.ports;
    const encoded = (bytes: Buffer) => bytes.toString("base64");
    const good = modes.mTLS["ssl.keystore.password"]!;
    const server = (port: number) => `localhost:${port}`;
    const strangersClient = certificates.ofClient("client", { by: stranger });
    return {
        "bootstrap.servers": [
            ...[mtls, sasl, scram, plaintext].map(server),
            `${server(sasl)},${server(mtls)}`,
            `127.0.0.1:${sasl}`,
            ` ${server(sasl)} , ${server(scram)} `,
            `LOCALHOST:${sasl}`,
            `localhost:9099,${server(sasl)}`,
            "localhost",
            "broker.nowhere.invalid:9092",
            "",
            undefined,
        ],
        "security.protocol": ["SSL", "SASL_SSL", "ssl", "PLAINTEXT", "SASL_PLAINTEXT", undefined],
        "sasl.mechanism": ["PLAIN", "SCRAM-SHA-512", "SCRAM-SHA-256", "GSSAPI", "plain", undefined],
        acks: ["0", "1", "-1", "all", "2", "01", " 1", ""],
        "compression.type": ["none", "gzip", "snappy", "lz4", "zstd", "brotli", "GZIP", ""],
        "ssl.truststore": [
            encoded(trustStoreOf([stranger])),
            encoded(trustStoreOf([stranger, authority])),
            encoded(trustStoreOf([authority], good)).slice(0, 400),
            encoded(keyStoreOf(client, [authority])),
            Buffer.from(modes.mTLS["ssl.truststore"]!).toString("base64"),
            Buffer.from(authority.pem).toString("base64"),
            modes.mTLS["ssl.truststore"]!.replace(/.{76}/g, "$&\n"),
            "",
            undefined,
        ],
        "ssl.truststore.password": [good, `${good} `, "another-word", "", undefined],
        "ssl.keystore": [
            encoded(keyStoreOf(strangersClient, [stranger])),
            encoded(keyStoreOf(client)),
            encoded(trustStoreOf([authority])),
            undefined,
        ],
        "ssl.keystore.password": [good, ` ${good}`, "another-word", undefined],
        "ssl.key.password": [good, "another-word", "", undefined],
        "sasl.plain.username": ["alice", "bob", "ALICE", undefined],
        "sasl.plain.password": ["wrong", "", undefined],
        "sasl.scram.username": ["bob", "alice ", "a=l,ice", undefined],
        "sasl.scram.password": ["wrong", `${modes["SCRAM-SHA-512"]["sasl.scram.password"]}\n`, undefined],
        "sasl.kerberos.service.name": ["kafka", "kafkax", "KAFKA", "", undefined],
        "sasl.kerberos.krb5.realm": [lab.kdc.realm.toLowerCase(), MISTAKEN.foreign, MISTAKEN.closed, undefined],
        "sasl.kerberos.principal": [
            `kafka-keytab/client.lab@${lab.kdc.realm}`,
            "client",
            "kafka-keytab/other.lab",
            undefined,
        ],
        "sasl.kerberos.keytab": [
            encoded(keytabOf("kafka-keytab/client.lab", lab.kdc.realm)),
            encoded(lab.kdc.keytab("client")),
            encoded(Buffer.from("nothing")),
            undefined,
        ],
    };
}
