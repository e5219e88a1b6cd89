import { type Facts, isRecord, isUnknown, member, UNKNOWN } from "../../constraints/core/known";
import type { Path } from "../../constraints/core/path";
import type { Conversion } from "../conversion/conversion";

/** The values of a resource as they come from its names, which are changed where the form differs from Pulumi's. */
type Values = Record<string, unknown>;

/** Brings the values of one type into the form of `@pulumi/aws`, in place. Lists and objects keep their places. */
export type Reshape = (values: Values, conversion: Conversion) => void;

export const RESHAPES: Readonly<Record<string, Reshape>> = {
    "AWS::IoT::TopicRuleDestination": (values, { origins }) => {
        const { status } = values;
        origins.redirect(values, "enabled", ["Status"]);
        values.enabled = isUnknown(status) ? UNKNOWN : status !== "DISABLED";
        delete values.status;
    },
    "AWS::EC2::SecurityGroup": (values, conversion) => {
        for (const rule of [values.ingress, values.egress].flat())
            if (isRecord(rule)) reshapeRule(rule as Values, conversion);
        // AWS adds this rule to a group that is given none for outgoing traffic.
        values.egress ??= notWritten(conversion, ["SecurityGroupEgress"]);
    },
    "AWS::EC2::NetworkAclEntry": (values, conversion) => {
        move(values, "portRange", { from: "fromPort", to: "toPort" }, conversion);
        move(values, "icmp", { type: "icmpType", code: "icmpCode" }, conversion);
        if (typeof values.protocol === "number") values.protocol = String(values.protocol);
        values.egress ??= false;
    },
    "AWS::EC2::NatGateway": (values) => {
        values.connectivityType ??= "public";
    },
    "AWS::EC2::VPC": (values) => {
        values.enableDnsHostnames ??= false;
        values.enableDnsSupport ??= true;
    },
    "AWS::CloudWatch::Alarm": (values, { origins }) => {
        const { dimensions } = values;
        if (!Array.isArray(dimensions)) return;
        const made = dimensions.some(isUnknown) ? UNKNOWN : byName(dimensions);
        values.dimensions = made;
        if (isUnknown(made)) return;
        const places = Object.keys(made).map((name, index) => [name, ["Dimensions", index]] as const);
        origins.note(made, ["Dimensions"], new Map(places));
    },
    "AWS::MSK::Cluster": reshapeCluster,
    "AWS::MSK::Configuration": (values) => {
        values.serverProperties = decoded(values.serverProperties);
    },
    "AWS::MSK::Topic": (values) => {
        values.configs = decoded(values.configs);
    },
};

/** The rule that opens everything; whatever is said of it stands where rules would. */
function notWritten({ origins }: Conversion, at: Path): object[] {
    const rule = { protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: ["0.0.0.0/0"] };
    const places = Object.keys(rule).map((name) => [name, at] as const);
    return origins.note([origins.note(rule, at, new Map(places))], at);
}

/** A rule of a security group: one peer by name there, lists of peers in Pulumi. */
function reshapeRule(rule: Values, { origins, dialect }: Conversion): void {
    for (const [from, to] of [
        ["cidrIp", "cidrBlocks"],
        ["cidrIpv6", "ipv6CidrBlocks"],
        ["sourceSecurityGroupId", "securityGroups"],
        ["destinationSecurityGroupId", "securityGroups"],
        ["sourcePrefixListId", "prefixListIds"],
        ["destinationPrefixListId", "prefixListIds"],
    ] as const) {
        if (rule[from] === undefined) continue;
        const source = dialect.spelling.toSource(from);
        const place = [...(origins.placeOf(rule) ?? []), source];
        rule[to] = origins.note([rule[from]], place, new Map([[0, place]]));
        origins.redirect(rule, to, [source]);
        delete rule[from];
    }
    if (typeof rule.protocol === "number") rule.protocol = String(rule.protocol);
    if (rule.protocol === "-1") Object.assign(rule, { fromPort: rule.fromPort ?? 0, toPort: rule.toPort ?? 0 });
}

/** Switches are objects with `Enabled` there, plain members in Pulumi; mutual TLS is on when there is an authority. */
function reshapeCluster(values: Values, conversion: Conversion): void {
    const logins = [values.clientAuthentication, connectivityLogins(values.brokerNodeGroupInfo)];
    for (const login of logins) {
        if (!isRecord(login)) continue;
        const sasl = member(login, "sasl");
        for (const name of ["scram", "iam"]) if (isRecord(sasl)) unwrap(sasl as Values, name);
        unwrap(login as Values, "unauthenticated");
    }
    const tls = member(values.clientAuthentication, "tls");
    if (isRecord(tls)) {
        const { enabled, certificateAuthorityArns: given } = tls;
        const isOff = enabled === false || (enabled === undefined && given === undefined);
        if (isOff) delete (values.clientAuthentication as Values).tls;
        else if (isUnknown(enabled)) (tls as Values).certificateAuthorityArns = UNKNOWN;
        delete (tls as Values).enabled;
    }
    const vpcLogins = connectivityLogins(values.brokerNodeGroupInfo);
    if (isRecord(vpcLogins)) unwrap(vpcLogins as Values, "tls");
    const encryption = values.encryptionInfo;
    if (isRecord(encryption)) {
        const names = { dataVolumeKMSKeyId: "encryptionAtRestKmsKeyArn" };
        move(encryption as Values, "encryptionAtRest", names, conversion);
    }
}

function connectivityLogins(nodes: unknown): unknown {
    return member(member(member(nodes, "connectivityInfo"), "vpcConnectivity"), "clientAuthentication");
}

function unwrap(holder: Values, name: string): void {
    const inner = holder[name];
    if (isRecord(inner)) holder[name] = inner.enabled ?? false;
}

/** Takes members of an object in `holder` up into `holder` itself, and the object away. */
function move(holder: Values, name: string, names: Readonly<Record<string, string>>, conversion: Conversion): void {
    const from = holder[name];
    const { spelling } = conversion.dialect;
    for (const [source, fact] of Object.entries(names)) {
        const value = isUnknown(from) ? UNKNOWN : member(from, source);
        if (value === undefined) continue;
        holder[fact] = value;
        conversion.origins.redirect(holder, fact, [spelling.toSource(name), spelling.toSource(source)]);
    }
    delete holder[name];
}

function byName(dimensions: readonly unknown[]): Facts {
    return Object.fromEntries(
        dimensions.map((one) => [String(member(one, "name") ?? ""), member(one, "value") ?? UNKNOWN]),
    );
}

/** Server properties are base64 in the API, and plain text in CloudFormation where they do not look like it. */
function decoded(value: unknown): unknown {
    if (typeof value !== "string" || !/^[A-Za-z0-9+/\s]+={0,2}\s*$/.test(value) || value.length % 4 !== 0) return value;
    const text = Buffer.from(value, "base64").toString("utf8");
    return /^[\x20-\x7e\s]*=[\x20-\x7e\s]*$|^\s*\{/.test(text) ? text : value;
}
