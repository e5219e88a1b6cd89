import { randomBytes } from "node:crypto";
import { amount, isObject, type Properties, part, text, texts } from "../../../provider/value";
import type { Account } from "../../account";
import { uuid } from "../../identifiers";
import { Refusal } from "../../refusal";
import { arn, type Scope } from "../../scope";
import type { Attempt, ResourceTable } from "../../table";
import { first, isTaken, nameOf, patternRefusal } from "../common";
import { bootstrapOutputs, brokerNames } from "./bootstrap";
import { changeProblem, isLoweredVersion } from "./clusterChange";

const TOKEN = "aws:msk/cluster:Cluster";
const SUBNET = "aws:ec2/subnet:Subnet";
const NAME = /^[a-zA-Z0-9-]{1,64}$/;
const INSTANCE = /^(kafka\.(t3\.small|m5\.(\d*x)?large|m7g\.(\d*x)?large)|express\.m7g\.(\d*x)?large)$/;
const BOOTSTRAP = [
    ...["", "Ipv6", "PublicSaslIam", "PublicSaslScram", "PublicTls", "SaslIam", "SaslIamIpv6", "SaslScram"],
    ...["SaslScramIpv6", "Tls", "TlsIpv6", "VpcConnectivitySaslIam", "VpcConnectivitySaslScram", "VpcConnectivityTls"],
].map((suffix) => `bootstrapBrokers${suffix}`);

/** https://docs.aws.amazon.com/msk/1.0/apireference/clusters.html */
export const cluster: ResourceTable = {
    token: TOKEN,
    required: ["brokerNodeGroupInfo", "kafkaVersion", "numberOfBrokerNodes"],
    name: { property: "clusterName", limit: 64 },
    taggable: true,
    defaults: { enhancedMonitoring: "DEFAULT" },
    computed: [
        ...[
            "arn",
            "clusterUuid",
            "clusterName",
            "currentVersion",
            "storageMode",
            "encryptionInfo",
            "customerActionStatus",
        ],
        ...["zookeeperConnectString", "zookeeperConnectStringTls", "rebalancing"],
        ...BOOTSTRAP,
    ],
    volatile: ["currentVersion", ...BOOTSTRAP],
    replaces: [
        "clusterName",
        "brokerNodeGroupInfo.azDistribution",
        "brokerNodeGroupInfo.clientSubnets",
        "brokerNodeGroupInfo.securityGroups",
        "encryptionInfo.encryptionAtRestKmsKeyArn",
        "encryptionInfo.encryptionInTransit.inCluster",
    ],
    replacesWhen: { kafkaVersion: isLoweredVersion },
    sets: [
        "brokerNodeGroupInfo.clientSubnets",
        "brokerNodeGroupInfo.securityGroups",
        "clientAuthentication.tls.certificateAuthorityArns",
    ],
    remembers: [
        "clusterName",
        "arn",
        "brokerNodeGroupInfo",
        "clientAuthentication",
        "configurationInfo",
        "kafkaVersion",
        "clusterUuid",
        "numberOfBrokerNodes",
        ...BOOTSTRAP,
    ],
    make: (attempt) => {
        const clusterName = nameOf(attempt, "clusterName");
        const clusterUuid = `${uuid()}-2`;
        const clusterArn = arn(attempt.scope, "kafka", `cluster/${clusterName}/${clusterUuid}`);
        const fixed = { arn: clusterArn, clusterName, clusterUuid, currentVersion: version(), storageMode: "LOCAL" };
        const absent = { zookeeperConnectString: "", zookeeperConnectStringTls: "", customerActionStatus: "NONE" };
        return { id: clusterArn, outputs: { ...fixed, ...absent, ...bootstrap(attempt, clusterName, clusterUuid) } };
    },
    remake: (attempt) => ({
        currentVersion: version(),
        ...bootstrap(attempt, text(attempt.olds, "clusterName") ?? "", text(attempt.olds, "clusterUuid") ?? ""),
    }),
    refuse: (attempt) =>
        first(
            () => nameProblem(attempt),
            () => brokersProblem(attempt),
            () => authenticationProblem(attempt.inputs),
            () => changeProblem(attempt),
            () => subnetsProblem(attempt),
        ),
};

/** The node groups whose brokers have network interfaces. */
export function brokerInterfaces(account: Account, scope: Scope): readonly Properties[] {
    return account.all(TOKEN, scope.region).map(({ facts }) => part(facts, "brokerNodeGroupInfo") ?? {});
}

function nameProblem(attempt: Attempt): Refusal | undefined {
    const name = text(attempt.inputs, "clusterName") ?? "";
    if (!NAME.test(name)) {
        return patternRefusal("BadRequestException", name, "clusterName", NAME);
    }
    return isTaken(attempt, TOKEN, "clusterName")
        ? new Refusal("ConflictException", "A resource with this name already exists.")
        : undefined;
}

function brokersProblem({ inputs }: Attempt): Refusal | undefined {
    const info = part(inputs, "brokerNodeGroupInfo");
    const subnets = texts(info, "clientSubnets").length;
    const instance = text(info, "instanceType") ?? "";
    const count = amount(inputs, "numberOfBrokerNodes") ?? 0;
    if (subnets < 2 || subnets > 3) {
        return bad("Specify either two or three client subnets.");
    }
    if (count <= 0 || count % subnets !== 0) {
        return bad(
            "The number of broker nodes must be a multiple of Availability Zones in the AvailabilityZones parameter.",
        );
    }
    if (!INSTANCE.test(instance)) {
        return bad(`Unsupported InstanceType [${instance}].`);
    }
    if (instance.startsWith("express.") && (subnets !== 3 || part(info, "storageInfo"))) {
        return bad("Express brokers need three client subnets and take no storage settings.");
    }
    if (!/^\d+\.\d+(\.\d+|\.x)?(\.tiered|\.kraft)*$/.test(text(inputs, "kafkaVersion") ?? "")) {
        return bad(`Unsupported KafkaVersion [${text(inputs, "kafkaVersion")}].`);
    }
    return instance === "kafka.t3.small" && /\.kraft$/.test(text(inputs, "kafkaVersion") ?? "")
        ? bad("Unsupported InstanceType [kafka.t3.small] for clusters in KRaft mode.")
        : undefined;
}

function authenticationProblem(inputs: Properties): Refusal | undefined {
    const authentication = part(inputs, "clientAuthentication");
    const sasl = part(authentication, "sasl");
    const transit = part(part(inputs, "encryptionInfo"), "encryptionInTransit");
    const authenticates = sasl?.scram === true || sasl?.iam === true || isObject(authentication?.tls);
    return authenticates && (transit?.clientBroker === "PLAINTEXT" || transit?.inCluster === false)
        ? bad("Client authentication requires encryption in transit.")
        : undefined;
}

function subnetsProblem({ moment, inputs, account }: Attempt): Refusal | undefined {
    const subnets = texts(part(inputs, "brokerNodeGroupInfo"), "clientSubnets").map(
        (id) => account.find(SUBNET, id)?.facts,
    );
    const known = subnets.filter((subnet) => subnet !== undefined);
    const zones = known.map((subnet) => subnet.availabilityZone);
    if (moment === "update") {
        return undefined;
    }
    if (new Set(zones).size < zones.length) {
        return bad("Each client subnet must be in a different Availability Zone.");
    }
    return known.some((subnet) => subnet.availabilityZoneId === "use1-az3")
        ? bad("One or more of the client subnets are in an unsupported Availability Zone.")
        : undefined;
}

function bootstrap({ inputs, scope }: Attempt, clusterName: string, clusterUuid: string): Properties {
    const count = amount(inputs, "numberOfBrokerNodes") ?? 1;
    return bootstrapOutputs(inputs, scope, brokerNames(clusterName, clusterUuid, count));
}

function version(): string {
    return `K${randomBytes(7).toString("hex").toUpperCase()}`;
}

function bad(reason: string): Refusal {
    return new Refusal("BadRequestException", reason);
}
