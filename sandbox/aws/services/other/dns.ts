import { amount, parts, text, texts } from "../../../provider/value";
import { zoneId } from "../../identifiers";
import { Refusal } from "../../refusal";
import type { Attempt, ResourceTable } from "../../table";
import { first } from "../common";

const ZONE = "aws:route53/zone:Zone";
const RECORD = "aws:route53/record:Record";
const SERVERS = ["ns-1.awsdns-01.org", "ns-2.awsdns-02.com", "ns-3.awsdns-03.net", "ns-4.awsdns-04.co.uk"];

/** https://docs.aws.amazon.com/Route53/latest/APIReference/API_CreateHostedZone.html */
export const zone: ResourceTable = {
    token: ZONE,
    required: [],
    name: { property: "name", limit: 255 },
    taggable: true,
    regional: false,
    defaults: { comment: "Managed by Pulumi", forceDestroy: false },
    computed: ["arn", "nameServers", "primaryNameServer", "zoneId", "name"],
    replaces: ["name", "delegationSetId"],
    sets: ["vpcs"],
    remembers: ["name"],
    make: ({ scope }) => {
        const id = zoneId();
        const arn = `arn:${scope.partition}:route53:::hostedzone/${id}`;
        return { id, outputs: { zoneId: id, arn, nameServers: SERVERS, primaryNameServer: SERVERS[0] ?? "" } };
    },
    refuse: ({ inputs }) => {
        const name = text(inputs, "name") ?? "";
        return /^([\w-]{1,63}\.)*[\w-]{1,63}\.?$/.test(name)
            ? undefined
            : new Refusal("InvalidDomainName", `${name} is not a valid domain name`);
    },
    holds: ({ id, state, account }) =>
        state.forceDestroy !== true && account.all(RECORD).some(({ facts }) => facts.zoneId === id)
            ? new Refusal(
                  "HostedZoneNotEmpty",
                  "The specified hosted zone contains non-required resource record sets and so cannot be deleted.",
              )
            : undefined,
};

/** https://docs.aws.amazon.com/Route53/latest/APIReference/API_ChangeResourceRecordSets.html */
export const record: ResourceTable = {
    token: RECORD,
    required: ["name", "type", "zoneId"],
    regional: false,
    defaults: { allowOverwrite: false },
    computed: ["fqdn"],
    replaces: ["name", "type", "zoneId", "setIdentifier"],
    sets: ["records"],
    remembers: ["name", "type", "zoneId", "setIdentifier"],
    make: (attempt) => {
        const { inputs } = attempt;
        const parts = [inputs.zoneId, inputs.name, inputs.type, inputs.setIdentifier].filter(
            (one) => one !== undefined,
        );
        return { id: parts.join("_"), outputs: { fqdn: fqdn(attempt) } };
    },
    refuse: (attempt) =>
        first(
            () => contentProblem(attempt),
            () => duplicate(attempt),
        ),
};

function contentProblem({ inputs }: Attempt): Refusal | undefined {
    const aliased = parts(inputs, "aliases").length > 0;
    const listed = texts(inputs, "records").length > 0;
    if (aliased === listed) {
        return new Refusal("InvalidChangeBatch", "[Invalid request: exactly one of records and aliases must be given]");
    }
    return listed && amount(inputs, "ttl") === undefined
        ? new Refusal("InvalidChangeBatch", "[Invalid request: Missing field 'TTL']")
        : undefined;
}

function duplicate({ moment, inputs, account }: Attempt): Refusal | undefined {
    const names = ["zoneId", "name", "type", "setIdentifier"];
    const exists = account.all(RECORD).some(({ facts }) => names.every((name) => facts[name] === inputs[name]));
    return moment === "create" && inputs.allowOverwrite !== true && exists
        ? new Refusal(
              "InvalidChangeBatch",
              `[Tried to create resource record set [name='${inputs.name}', type='${inputs.type}'] but it already exists]`,
          )
        : undefined;
}

function fqdn({ inputs, account }: Attempt): string {
    const name = (text(inputs, "name") ?? "").replace(/\.$/, "");
    const domain = text(account.find(ZONE, text(inputs, "zoneId") ?? "")?.facts, "name")?.replace(/\.$/, "");
    return domain === undefined || name === domain || name.endsWith(`.${domain}`) ? name : `${name}.${domain}`;
}
