import { isUnknown, type Known, member, UNKNOWN } from "../core/known";
import type { Path } from "../core/path";
import { anyOf } from "./answers";
import { brokerSetting, clusterName, zonesOf } from "./clusters";
import { inputOf, isLeftOut } from "./inputs";
import { isAtLeast, type KafkaVersion, parseKafkaVersion } from "./kafkaVersion";
import type { ResourceFacts, ResourceKind, Stack } from "./stack";

/** A way to log in to a cluster; each has a listener of its own. */
export type Login = "SASL/SCRAM" | "SASL/IAM" | "mutual TLS";

export const LOGINS: readonly Login[] = ["SASL/SCRAM", "SASL/IAM", "mutual TLS"];

/** Where each login is turned on. Mutual TLS is on when there is an authority to trust. */
const LOGIN_PATHS: Readonly<Record<Login, readonly string[]>> = {
    "SASL/SCRAM": ["sasl", "scram"],
    "SASL/IAM": ["sasl", "iam"],
    "mutual TLS": ["tls", "certificateAuthorityArns"],
};

/** A provisioned cluster of Amazon MSK: `aws.msk.Cluster`. */
export class Cluster {
    /** Where it stands in its resource. */
    readonly at: Path = [];

    constructor(
        readonly stack: Stack,
        readonly resource: ResourceFacts,
    ) {}

    get region(): Known<string | undefined> {
        return this.stack.regionOf(this.resource);
    }

    /** How a finding names it. */
    get name(): string {
        return clusterName(this.resource);
    }

    /** What stands at a path of members: undefined when absent or empty, unknown when it or what is around it is. */
    value(...path: string[]): unknown {
        const [first = "", ...rest] = path;
        let value = inputOf(this.resource, first);
        for (const [index, name] of rest.entries()) {
            if (isUnknown(value)) return UNKNOWN;
            value = member(value, name);
            if (isUnknown(value) && isLeftOut(this.resource, path.slice(0, index + 2))) return undefined;
        }
        return value === null || value === "" ? undefined : value;
    }

    /** What stands at a path below `brokerNodeGroupInfo`. */
    ofBrokers(...path: string[]): unknown {
        return this.value(...BROKERS, ...path);
    }

    /** A number, also one that a file gives as a text; undefined where there is none that can be read. */
    number(...path: string[]): Known<number | undefined> {
        const value = this.value(...path);
        if (isUnknown(value)) return UNKNOWN;
        if (typeof value === "string" && /^-?\d{1,9}$/.test(value)) return Number(value);
        return typeof value === "number" && Number.isFinite(value) ? value : undefined;
    }

    /** The entries of a list, each of which may be unknown; unknown when the list itself is, none where it is absent. */
    list(...path: string[]): Known<readonly unknown[]> {
        const value = this.value(...path);
        if (isUnknown(value)) return UNKNOWN;
        return Array.isArray(value) ? value : [];
    }

    /** Where a member stands, or, where it is absent, what should hold it. */
    pathOf(...path: string[]): Path {
        let value: unknown = this.resource.values;
        const found: string[] = [];
        for (const name of path) {
            value = member(value, name) ?? undefined;
            if (value === undefined) break;
            found.push(name);
        }
        return found;
    }

    get instanceType(): unknown {
        return this.ofBrokers("instanceType");
    }

    get isExpress(): Known<boolean> {
        const type = this.instanceType;
        return isUnknown(type) ? UNKNOWN : typeof type === "string" && type.startsWith("express.");
    }

    /** Its version of Apache Kafka; undefined where there is none that can be read. */
    get version(): Known<KafkaVersion | undefined> {
        const text = this.value("kafkaVersion");
        if (isUnknown(text)) return UNKNOWN;
        return typeof text === "string" ? parseKafkaVersion(text) : undefined;
    }

    /** Whether it runs without ZooKeeper; undefined where its version does not tell. */
    get hasKraft(): Known<boolean | undefined> {
        const { version, isExpress } = this;
        if (isUnknown(version) || isUnknown(isExpress)) return UNKNOWN;
        if (version === undefined) return undefined;
        return version.isKraft || isAtLeast(version, 4) || (isExpress && isAtLeast(version, 3, 9));
    }

    /** The number of brokers; undefined where there is none that can be read. */
    get brokers(): Known<number | undefined> {
        return this.number("numberOfBrokerNodes");
    }

    /** The number of Availability Zones: one subnet lies in each. */
    get zones(): Known<number | undefined> {
        return zonesOf(this.resource);
    }

    /** How clients and brokers speak: TLS, TLS_PLAINTEXT or PLAINTEXT. TLS is the default of the provider. */
    get clientBroker(): unknown {
        return this.value(...CLIENT_BROKER) ?? "TLS";
    }

    /** Whether a login is turned on. */
    hasLogin(login: Login): Known<boolean> {
        const value = this.value("clientAuthentication", ...LOGIN_PATHS[login]);
        if (isUnknown(value)) return UNKNOWN;
        return login === "mutual TLS" ? Array.isArray(value) && value.length > 0 : value === true;
    }

    /** Whether clients without a login get in: turned on, or left as the only way. */
    get admitsAnyone(): Known<boolean> {
        const given = this.value("clientAuthentication", "unauthenticated");
        if (given !== undefined) return isUnknown(given) ? UNKNOWN : given === true;
        const logins = LOGINS.map((login) => this.hasLogin(login));
        if (logins.includes(true)) return false;
        return logins.some(isUnknown) ? UNKNOWN : true;
    }

    /** Whether it can be reached from the internet. */
    get isPublic(): Known<boolean> {
        const type = this.value(...PUBLIC_ACCESS);
        return isUnknown(type) ? UNKNOWN : type === "SERVICE_PROVIDED_EIPS";
    }

    /** Whether it can be reached from other VPCs, by any login. */
    get isMultiVpc(): Known<boolean> {
        const [sasl, tls] = [
            [...MULTI_VPC, "sasl"],
            [...MULTI_VPC, "tls"],
        ];
        const ways = [this.value(...sasl, "scram"), this.value(...sasl, "iam"), this.value(...tls)];
        return anyOf(ways.map((way) => (isUnknown(way) ? UNKNOWN : way === true)));
    }

    /**
     * Whether it is yet to be made, so that what only an update may turn on is refused: its ARN is not known yet. Not
     * known where the source of the facts gives no ARN.
     */
    get isNew(): Known<boolean> {
        const arn = member(this.resource.values, "arn") ?? undefined;
        if (isUnknown(arn)) return true;
        return arn === undefined ? UNKNOWN : false;
    }

    /** A server property that its configuration sets, as `brokerSetting` reads it. */
    setting(name: string): Known<string | undefined> {
        return brokerSetting(this.stack, this.resource, name);
    }

    /**
     * The resources of the stack that a list below `brokerNodeGroupInfo` names, where the stack tells which: by their
     * ids, or all that the cluster hangs on where there are as many as entries. An Output carries the edges of everything
     * that it was made of, so that more of them prove nothing. Unknown where the stack does not tell.
     */
    listed(name: string, kind: ResourceKind): Known<readonly ResourceFacts[]> {
        const candidates = this.stack.ofKind(kind);
        if (candidates.length === 0) return [];
        const entries = this.list(...BROKERS, name);
        if (isUnknown(entries)) return UNKNOWN;
        if (!entries.some(isUnknown)) {
            return candidates.filter(({ values }) => {
                const id = member(values, "id");
                return typeof id === "string" && entries.includes(id);
            });
        }
        const found = this.stack.referenced(this.resource, "brokerNodeGroupInfo", entries, kind);
        return found.length === entries.length ? found : UNKNOWN;
    }
}

const BROKERS = ["brokerNodeGroupInfo"] as const;
export const INSTANCE_TYPE = [...BROKERS, "instanceType"] as const;
export const STORAGE_INFO = [...BROKERS, "storageInfo"] as const;
export const VOLUME = [...STORAGE_INFO, "ebsStorageInfo"] as const;
export const CLIENT_SUBNETS = [...BROKERS, "clientSubnets"] as const;
export const AUTHORITIES = ["clientAuthentication", "tls", "certificateAuthorityArns"] as const;
export const PUBLIC_ACCESS = [...BROKERS, "connectivityInfo", "publicAccess", "type"] as const;
export const NETWORK_TYPE = [...BROKERS, "connectivityInfo", "networkType"] as const;
export const MULTI_VPC = [...BROKERS, "connectivityInfo", "vpcConnectivity", "clientAuthentication"] as const;
export const CLIENT_BROKER = ["encryptionInfo", "encryptionInTransit", "clientBroker"] as const;
export const IN_CLUSTER = ["encryptionInfo", "encryptionInTransit", "inCluster"] as const;
