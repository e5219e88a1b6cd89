import type { KerberosLogin } from "../client/clientSettings";
import { type Failure, KafkaFailure } from "../client/failure";
import { ENCRYPTIONS, type Encryption, nameOfEncryption } from "./encryption";

/** The newest key of a principal for one encryption type. */
export interface AgedKey {
    readonly number: number;
    readonly encryption: Encryption;
    readonly key: Buffer;
}

/** The keys of the client, the best encryption first; of several of one type the newest. @throws KafkaFailure */
export function keysOfPrincipal(login: KerberosLogin): AgedKey[] {
    const keys = usableKeys(login);
    const failure = keytabFailure(login);
    if (failure) throw new KafkaFailure(failure);
    return keys;
}

/** Why a keytab is of no use to the principal. */
export function keytabFailure(login: Pick<KerberosLogin, "keytab" | "principal" | "realm">): Failure | undefined {
    const name = `${login.principal}@${login.realm}`;
    const own = login.keytab.entries.filter(({ principal }) => principal === name);
    if (own.length === 0) {
        const others = [...new Set(login.keytab.entries.map(({ principal }) => principal))];
        const shown = others.slice(0, 5).join(", ") + (others.length > 5 ? ", …" : "");
        return {
            step: "kdc",
            code: "keytab-no-principal",
            cause: `The keytab has no key of ${name}; it has keys of ${shown}.`,
            fix: "Correct sasl.kerberos.principal and sasl.kerberos.krb5.realm, where capitals count, or export the keytab of that principal.",
        };
    }
    if (usableKeys(login).length > 0) return undefined;
    const kinds = [...new Set(own.map(({ encryption }) => nameOfEncryption(encryption)))].join(", ");
    return {
        step: "kdc",
        code: "keytab-no-aes",
        cause: `The keytab has no AES key of ${name}, only ${kinds}.`,
        fix: "Have AES keys made for the principal, and export the keytab again.",
    };
}

function usableKeys({ keytab, principal, realm }: Pick<KerberosLogin, "keytab" | "principal" | "realm">): AgedKey[] {
    const own = keytab.entries.filter((entry) => entry.principal === `${principal}@${realm}`);
    return ENCRYPTIONS.flatMap((encryption) => {
        const [newest] = own
            .filter((entry) => entry.encryption === encryption.number && entry.key.length === encryption.keySize)
            .sort((a, b) => b.version - a.version);
        return newest ? [{ number: encryption.number, encryption, key: newest.key }] : [];
    });
}
