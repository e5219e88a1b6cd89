import { writePkcs12KeyStore, writePkcs12TrustStore } from "../../../../kafka/stores";
import { CLIENT_AUTH, type Issued, type IssueSettings, issue, SERVER_AUTH } from "../../stores/issue";

/** Opens every store of the laboratory. */
export const STORE_PASSWORD = "store-secret-7f3a";

const SEED = Buffer.alloc(32, 11);

/** A key store with the key of a certificate and its chain, as bytes. */
export function keyStoreOf(issued: Issued, by: readonly Issued[] = [], password = STORE_PASSWORD): Buffer {
    return writePkcs12KeyStore({
        privateKeyPem: issued.keyPem,
        certificatePem: issued.pem,
        chainPem: by.map(({ pem }) => pem).join(""),
        password,
        seed: SEED,
    });
}

/** A trust store with these authorities, as bytes. */
export function trustStoreOf(authorities: readonly Issued[], password: string | undefined = STORE_PASSWORD): Buffer {
    return writePkcs12TrustStore({ caPem: authorities.map(({ pem }) => pem).join(""), password, seed: SEED });
}

/** The certificates of a run: an authority, what it issued to the broker and to a client, and an authority nobody knows. */
export class Certificates {
    readonly authority = issue("laboratory authority", { ca: true });
    readonly stranger = issue("an authority nobody knows", { ca: true });
    readonly broker = this.ofBroker("localhost");
    readonly client = this.ofClient("client");

    ofBroker(host: string, settings: IssueSettings = {}): Issued {
        return issue("broker", { by: this.authority, hosts: [host, "127.0.0.1"], usages: [SERVER_AUTH], ...settings });
    }

    ofClient(name: string, settings: IssueSettings = {}): Issued {
        return issue(name, { by: this.authority, usages: [CLIENT_AUTH], ...settings });
    }
}
