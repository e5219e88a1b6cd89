import { type Properties, parts, text, texts } from "../../provider/value";
import type { Account, Remembered } from "../account";
import { Refusal } from "../refusal";
import { arn, type Scope } from "../scope";

/** A look-up finds what was made through the stand-in. A VPC named by its id alone is taken to exist outside of it. */
export function getVpc(inputs: Properties, scope: Scope, account: Account): Properties {
    const made = matching(account, scope, "aws:ec2/vpc:Vpc", inputs, ["cidrBlock"]);
    const found =
        made.length === 0 ? (existingVpc(inputs, scope) ?? one(made, "EC2 VPC", inputs)) : one(made, "EC2 VPC", inputs);
    const base = {
        ownerId: scope.account,
        state: "available",
        default: false,
        dhcpOptionsId: "",
        ipv6AssociationId: "",
        ipv6CidrBlock: "",
    };
    const lists = { cidrBlockAssociations: [], ipv6CidrBlockAssociations: [], filters: inputs.filters };
    const switches = { enableNetworkAddressUsageMetrics: false, instanceTenancy: "default", mainRouteTableId: "" };
    return {
        ...base,
        ...lists,
        ...switches,
        ...found.facts,
        id: found.id,
        region: scope.region,
        tags: found.facts.tagsAll ?? {},
    };
}

/** Programs for VPCs that were there before ask for their address range; any private one will do. */
function existingVpc(inputs: Properties, scope: Scope): Pick<Remembered, "id" | "facts"> | undefined {
    const id = text(inputs, "id");
    if (id === undefined || !/^vpc-(?:[0-9a-f]{8}|[0-9a-f]{17})$/.test(id)) {
        return undefined;
    }
    return { id, facts: { cidrBlock: "10.0.0.0/16", arn: arn(scope, "ec2", `vpc/${id}`) } };
}

export function getSubnet(inputs: Properties, scope: Scope, account: Account): Properties {
    const names = ["vpcId", "cidrBlock", "availabilityZone", "availabilityZoneId"];
    const found = one(matching(account, scope, "aws:ec2/subnet:Subnet", inputs, names), "EC2 Subnet", inputs);
    const base = { ownerId: scope.account, state: "available", defaultForAz: false, availableIpAddressCount: 251 };
    return { ...base, ...found.facts, id: found.id, region: scope.region, tags: found.facts.tagsAll ?? {} };
}

export function getSubnets(inputs: Properties, scope: Scope, account: Account): Properties {
    const found = matching(account, scope, "aws:ec2/subnet:Subnet", inputs, []);
    const ids = found.map(({ id }) => id).sort();
    return { id: scope.region, ids, region: scope.region, filters: inputs.filters, tags: inputs.tags ?? {} };
}

export function getSecurityGroup(inputs: Properties, scope: Scope, account: Account): Properties {
    const type = "aws:ec2/securityGroup:SecurityGroup";
    const found = one(matching(account, scope, type, inputs, ["name", "vpcId"]), "EC2 Security Group", inputs);
    const { name, vpcId, description, arn: groupArn, tagsAll } = found.facts;
    return { id: found.id, name, vpcId, description, arn: groupArn, region: scope.region, tags: tagsAll ?? {} };
}

export function getKey(inputs: Properties, scope: Scope, account: Account): Properties {
    const asked = text(inputs, "keyId") ?? "";
    const alias = account.find("aws:kms/alias:Alias", asked.replace(/^arn:.*:(?=alias\/)/, ""), scope.region);
    const wanted = text(alias?.facts, "targetKeyId") ?? asked;
    const found = account
        .all("aws:kms/key:Key", scope.region)
        .find(({ id, facts }) => [id, facts.arn].includes(wanted));
    // The keys of AWS's own services exist in every account.
    const managed = asked.startsWith("alias/aws/");
    if (!found && !managed) {
        throw new Refusal("NotFoundException", `Key '${asked}' does not exist`);
    }
    const keyId = found?.id ?? "00000000-aaaa-4bbb-8ccc-dddddddddddd";
    return {
        id: keyId,
        keyId: asked,
        arn: arn(scope, "kms", `key/${keyId}`),
        awsAccountId: scope.account,
        cloudHsmClusterId: "",
        creationDate: "2024-01-01T00:00:00Z",
        customKeyStoreId: "",
        customerMasterKeySpec: text(found?.facts, "customerMasterKeySpec") ?? "SYMMETRIC_DEFAULT",
        deletionDate: "",
        description: text(found?.facts, "description") ?? "",
        enabled: found?.facts.isEnabled !== false,
        expirationModel: "",
        keyManager: managed ? "AWS" : "CUSTOMER",
        keySpec: text(found?.facts, "customerMasterKeySpec") ?? "SYMMETRIC_DEFAULT",
        keyState: found?.facts.isEnabled === false ? "Disabled" : "Enabled",
        keyUsage: text(found?.facts, "keyUsage") ?? "ENCRYPT_DECRYPT",
        multiRegion: found?.facts.multiRegion === true,
        multiRegionConfigurations: [],
        origin: "AWS_KMS",
        pendingDeletionWindowInDays: 0,
        region: scope.region,
        validTo: "",
        xksKeyConfigurations: [],
    };
}

export function getBootstrapBrokers(inputs: Properties, scope: Scope, account: Account): Properties {
    const clusterArn = text(inputs, "clusterArn") ?? "";
    const found = account.find("aws:msk/cluster:Cluster", clusterArn, scope.region);
    if (!found) {
        throw new Refusal("NotFoundException", `The requested resource doesn't exist: ${clusterArn}`);
    }
    const lists = Object.entries(found.facts).filter(([name]) => name.startsWith("bootstrapBrokers"));
    return { ...Object.fromEntries(lists), clusterArn, id: clusterArn, region: scope.region };
}

export function getCluster(inputs: Properties, scope: Scope, account: Account): Properties {
    const clusterName = text(inputs, "clusterName") ?? "";
    const found = account
        .all("aws:msk/cluster:Cluster", scope.region)
        .find(({ facts }) => facts.clusterName === clusterName);
    if (!found) {
        throw new Refusal("NotFoundException", `MSK Cluster (${clusterName}) not found`);
    }
    const {
        brokerNodeGroupInfo,
        clientAuthentication: _authentication,
        configurationInfo: _configuration,
        ...facts
    } = found.facts;
    const absent = {
        zookeeperConnectString: "",
        zookeeperConnectStringTls: "",
        customerActionStatus: "NONE",
        tags: {},
    };
    return {
        ...facts,
        ...absent,
        id: found.id,
        region: scope.region,
        brokerNodeGroupInfos: brokerNodeGroupInfo ? [brokerNodeGroupInfo] : [],
    };
}

/** By id, by properties, by tags and by the filters whose names EC2 spells with hyphens. */
function matching(
    account: Account,
    scope: Scope,
    type: string,
    inputs: Properties,
    names: readonly string[],
): readonly Remembered[] {
    const tags = Object.entries((inputs.tags as Properties | undefined) ?? {});
    return account
        .all(type, scope.region)
        .filter(
            ({ id, facts }) =>
                (inputs.id === undefined || inputs.id === id) &&
                names.every((name) => inputs[name] === undefined || inputs[name] === facts[name]) &&
                tags.every(([name, value]) => (facts.tagsAll as Properties | undefined)?.[name] === value) &&
                parts(inputs, "filters").every((filter) => passes(filter, id, facts)),
        );
}

function passes(filter: Properties, id: string, facts: Properties): boolean {
    const name = text(filter, "name") ?? "";
    const values = texts(filter, "values");
    const tag = /^tag:(.+)$/.exec(name)?.[1];
    if (tag !== undefined) {
        return values.includes(String((facts.tagsAll as Properties | undefined)?.[tag]));
    }
    const property = name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
    return values.includes(
        String(/^(vpc|subnet|group)-id$/.test(name) && facts[property] === undefined ? id : facts[property]),
    );
}

function one(found: readonly Remembered[], kind: string, inputs: Properties): Remembered {
    if (found.length === 1 && found[0]) {
        return found[0];
    }
    const asked = JSON.stringify(inputs);
    throw new Refusal(
        found.length === 0 ? "NotFound" : "TooManyResults",
        `${found.length === 0 ? "no" : "multiple"} matching ${kind} found for ${asked}: the stand-in knows only what was made through it`,
    );
}
