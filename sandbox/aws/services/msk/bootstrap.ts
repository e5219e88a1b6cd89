import { isObject, type Properties, part, text } from "../../../provider/value";
import { dnsSuffixOf, type Scope } from "../../scope";

/** Output names and ports of the listeners; the public ones lie a hundred higher. */
const LISTENERS = { plain: 9092, tls: 9094, saslScram: 9096, saslIam: 9098 };
const PUBLIC_OFFSET = 100;

/** All bootstrap outputs; empty text for a listener that the cluster does not have, as AWS gives it. */
export function bootstrapOutputs(inputs: Properties, scope: Scope, brokers: BrokerNames): Properties {
    const open = listeners(inputs);
    const list = (isOpen: boolean, port: number, prefix = "b-") =>
        isOpen ? brokers.numbers.map((number) => `${prefix}${number}.${brokers.domain(scope)}:${port}`).join(",") : "";
    const isPublic = text(part(connectivity(inputs), "publicAccess"), "type") === "SERVICE_PROVIDED_EIPS";
    const { plain, tls, saslScram, saslIam } = LISTENERS;
    return {
        bootstrapBrokers: list(open.plain, plain),
        bootstrapBrokersTls: list(open.tls, tls),
        bootstrapBrokersSaslScram: list(open.scram, saslScram),
        bootstrapBrokersSaslIam: list(open.iam, saslIam),
        bootstrapBrokersPublicTls: list(isPublic && open.tls, tls + PUBLIC_OFFSET, "b-public-"),
        bootstrapBrokersPublicSaslScram: list(isPublic && open.scram, saslScram + PUBLIC_OFFSET, "b-public-"),
        bootstrapBrokersPublicSaslIam: list(isPublic && open.iam, saslIam + PUBLIC_OFFSET, "b-public-"),
        bootstrapBrokersIpv6: "",
        bootstrapBrokersTlsIpv6: "",
        bootstrapBrokersSaslScramIpv6: "",
        bootstrapBrokersSaslIamIpv6: "",
        bootstrapBrokersVpcConnectivityTls: "",
        bootstrapBrokersVpcConnectivitySaslScram: "",
        bootstrapBrokersVpcConnectivitySaslIam: "",
    };
}

export interface BrokerNames {
    /** At most three brokers stand in a bootstrap list. */
    readonly numbers: readonly number[];
    domain(scope: Scope): string;
}

/** Broker names as AWS makes them: the cluster's name, six characters, a cell. */
export function brokerNames(clusterName: string, clusterUuid: string, count: number): BrokerNames {
    const label = clusterName.toLowerCase().slice(0, 63);
    return {
        numbers: [1, 2, 3].slice(0, Math.max(1, Math.min(3, count))),
        domain: ({ region, partition }) =>
            `${label}.${clusterUuid.slice(0, 6)}.c2.kafka.${region}.${dnsSuffixOf(partition)}`,
    };
}

function listeners(inputs: Properties): { plain: boolean; tls: boolean; scram: boolean; iam: boolean } {
    const authentication = part(inputs, "clientAuthentication");
    const sasl = part(authentication, "sasl");
    const mutual = isObject(authentication?.tls);
    const none = !sasl?.scram && !sasl?.iam && !mutual;
    const anonymous = authentication?.unauthenticated === true || none;
    const inTransit = text(part(part(inputs, "encryptionInfo"), "encryptionInTransit"), "clientBroker") ?? "TLS";
    return {
        plain: anonymous && inTransit !== "TLS",
        tls: (anonymous || mutual) && inTransit !== "PLAINTEXT",
        scram: sasl?.scram === true,
        iam: sasl?.iam === true,
    };
}

function connectivity(inputs: Properties): Properties | undefined {
    return part(part(inputs, "brokerNodeGroupInfo"), "connectivityInfo");
}
