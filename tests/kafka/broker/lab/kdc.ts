import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { installDebianPackage } from "../../../../scripts/debian";
import { start, stop, untilLogged } from "./children";
import { freePorts } from "./freePorts";

/** The realm of the laboratory. */
export const REALM = "LAB.TEST";

/** Realms that the configuration leads to somewhere wrong: a closed port, an unknown host, a KDC that does not serve them. */
export const MISTAKEN = { closed: "CLOSED.TEST", nowhere: "NOWHERE.TEST", foreign: "FOREIGN.TEST" } as const;

/** How to get one, for whom it is missing. */
export const HOW_TO_GET_KERBEROS = "install MIT Kerberos (Debian: krb5-kdc and krb5-admin-server)";

export const ENCRYPTIONS = [
    "aes256-cts-hmac-sha1-96",
    "aes128-cts-hmac-sha1-96",
    "aes256-cts-hmac-sha384-192",
    "aes128-cts-hmac-sha256-128",
] as const;

// Administrators' programs are not on everybody's PATH.
const PATH = `${process.env.PATH}:/usr/sbin:/sbin`;

/** Whether a KDC can be started; on Debian it is installed when it is missing and we may. */
export function haveKerberos(): boolean {
    const found = () =>
        ["krb5kdc", "kadmin.local", "kdb5_util"].every((program) =>
            PATH.split(":").some((folder) => existsSync(join(folder, program))),
        );
    return found() || (installDebianPackage("krb5-kdc") && installDebianPackage("krb5-admin-server") && found());
}

/** A key distribution centre of our own on a high port; it needs no rights. */
export class Kdc {
    private constructor(
        readonly folder: string,
        readonly port: number,
        readonly realm: string,
        private readonly process: ReturnType<typeof start>,
    ) {}

    /** For KRB5_CONFIG, and for Java's java.security.krb5.conf: it names the port, which a rule cannot. */
    get configuration(): string {
        return join(this.folder, "krb5.conf");
    }

    static async start(folder: string, realm = REALM): Promise<Kdc> {
        mkdirSync(folder, { recursive: true });
        const [port] = (await freePorts(1, 18_000, 19_999)) as [number];
        writeFileSync(join(folder, "krb5.conf"), krb5Configuration(realm, port));
        writeFileSync(join(folder, "kdc.conf"), kdcConfiguration(realm, port, folder));
        const environment = environmentOf(folder);
        execFileSync("kdb5_util", ["create", "-s", "-r", realm, "-P", "master-secret"], {
            env: environment,
            stdio: "ignore",
        });
        const child = start("krb5kdc", ["-n", "-r", realm], { env: environment, stdio: "ignore" });
        await untilLogged(child, join(folder, "kdc.log"), "commencing operation", 10_000);
        return new Kdc(folder, port, realm, child);
    }

    /**
     * The keytab of a principal, which is made where there is none yet.
     *
     * @param encryptions the kinds of its keys. @default all
     * @param attributes as kadmin takes them, `+requires_preauth`
     */
    keytab(principal: string, encryptions: readonly string[] = ENCRYPTIONS, attributes = ""): Buffer {
        const file = join(this.folder, `${principal.replace(/\W/g, "-")}.keytab`);
        if (!existsSync(file)) {
            const kinds = encryptions.map((name) => `${name}:normal`).join(",");
            this.administer(`addprinc -randkey -e ${kinds} ${attributes} ${principal}`);
            this.administer(`ktadd -norandkey -k ${file} ${principal}`);
        }
        return readFileSync(file);
    }

    /** One command of kadmin. */
    administer(command: string): void {
        const { status, stderr } = spawnSync("kadmin.local", ["-r", this.realm, "-q", command], {
            env: environmentOf(this.folder),
            encoding: "utf8",
        });
        if (status !== 0 || /: .*while/.test(stderr)) throw new Error(`kadmin.local ${command}: ${stderr}`);
    }

    stop(): Promise<void> {
        return stop(this.process);
    }
}

function environmentOf(folder: string): NodeJS.ProcessEnv {
    return {
        ...process.env,
        PATH,
        KRB5_CONFIG: join(folder, "krb5.conf"),
        KRB5_KDC_PROFILE: join(folder, "kdc.conf"),
    };
}

/** Java speaks UDP first and waits long; a limit of 1 byte makes it speak TCP. */
export function krb5Configuration(realm: string, port: number, host = "localhost"): string {
    return `[libdefaults]
  default_realm = ${realm}
  dns_lookup_realm = false
  dns_lookup_kdc = false
  rdns = false
  dns_canonicalize_hostname = false
  udp_preference_limit = 1
[realms]
  ${realm} = {
    kdc = ${host}:${port}
  }
  ${MISTAKEN.closed} = {
    kdc = ${host}:1
  }
  ${MISTAKEN.nowhere} = {
    kdc = kdc.nowhere.invalid:88
  }
  ${MISTAKEN.foreign} = {
    kdc = ${host}:${port}
  }
[domain_realm]
  localhost = ${realm}
`;
}

function kdcConfiguration(realm: string, port: number, folder: string): string {
    return `[kdcdefaults]
  kdc_listen = 127.0.0.1:${port}
  kdc_tcp_listen = 127.0.0.1:${port}
[realms]
  ${realm} = {
    database_name = ${folder}/principal
    key_stash_file = ${folder}/stash
    acl_file = ${folder}/kadm5.acl
    max_life = 10h
    supported_enctypes = ${ENCRYPTIONS.map((name) => `${name}:normal`).join(" ")}
  }
[logging]
  kdc = FILE:${folder}/kdc.log
  admin_server = FILE:${folder}/kadmind.log
`;
}
