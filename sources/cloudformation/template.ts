import { type Facts, isRecord, type Known, member, UNKNOWN } from "../../constraints/core/known";
import type { Shapes } from "../conversion/shapes";

/** A resource of a template as it is written. */
export interface TemplateResource {
    readonly logicalId: string;
    readonly type: string;
    readonly properties: unknown;
    readonly dependsOn: readonly string[];
    /** The name of the condition under which it is made. */
    readonly condition?: string;
}

/** What a template is deployed with, where that is known. */
export interface Surroundings {
    readonly region?: string;
}

/** Properties that `Ref` gives the value of: for these types it is the name. */
const NAMED_BY_REF: Readonly<Record<string, string>> = {
    "AWS::IAM::Role": "RoleName",
    "AWS::IoT::TopicRule": "RuleName",
    "AWS::Logs::LogGroup": "LogGroupName",
    "AWS::CloudWatch::Alarm": "AlarmName",
    "AWS::KMS::Alias": "AliasName",
};

/** What a template says besides its resources, and what a name in it stands for. */
export class Template {
    readonly resources: ReadonlyMap<string, TemplateResource>;
    readonly #parameters: unknown;
    readonly #mappings: unknown;
    readonly #conditions: unknown;
    readonly #account: string;

    constructor(
        document: Facts,
        readonly surroundings: Surroundings,
        shapes: Shapes,
    ) {
        this.#parameters = document.Parameters;
        this.#mappings = document.Mappings;
        this.#conditions = document.Conditions;
        this.#account = accountIn(document.Resources) ?? STAND_IN_ACCOUNT;
        this.resources = new Map(resourcesIn(document, shapes).map((resource) => [resource.logicalId, resource]));
    }

    /** The value of a parameter or pseudo parameter, or the name of a resource; unknown where the template leaves it open. */
    valueOf(name: string): Known<unknown> {
        const pseudo = this.#pseudo(name);
        if (pseudo !== undefined) return pseudo;
        const resource = this.resources.get(name);
        if (resource === undefined) return this.#parameter(name);
        const property = Object.hasOwn(NAMED_BY_REF, resource.type) ? NAMED_BY_REF[resource.type]! : "";
        const named = member(resource.properties, property);
        return typeof named === "string" && !named.includes("{{resolve:") ? named : UNKNOWN;
    }

    /**
     * An ARN by which a role of the template can be told from others, for texts that name it in the middle: in the
     * account of the other ARNs in the template, or in a stand-in for the account that nobody knows yet.
     */
    roleArn(logicalId: string): string | undefined {
        const resource = this.resources.get(logicalId);
        if (resource?.type !== "AWS::IAM::Role") return undefined;
        const name = member(resource.properties, "RoleName");
        const partition = partitionOf(this.surroundings.region ?? "");
        return `arn:${partition}:iam::${this.#account}:role/${typeof name === "string" ? name : logicalId}`;
    }

    /**
     * A name by which a secret of the template can be told from others, for texts that name it in the middle: its own
     * one, or, where CloudFormation makes that, the logical ID that it starts with. Undefined where it is open.
     */
    secretName(logicalId: string): string | undefined {
        const resource = this.resources.get(logicalId);
        if (resource?.type !== "AWS::SecretsManager::Secret") return undefined;
        const name = member(resource.properties, "Name");
        if (name === undefined) return logicalId;
        return typeof name === "string" && !name.includes("{{resolve:") ? name : undefined;
    }

    isParameter(name: string): boolean {
        return !this.resources.has(name) && member(this.#parameters, name) !== undefined;
    }

    /** What account and partition are taken to be in the ARNs of IAM, which are alike wherever they are. */
    supposed(name: string): string | undefined {
        if (name === "AWS::AccountId") return this.#account;
        return name === "AWS::Partition" ? "aws" : undefined;
    }

    /** True where every ARN of a text is one of IAM's, and the account stands in no other place. */
    isWithinIam(text: string): boolean {
        const rest = text.replace(/arn:[a-z-]+:iam::\d{12}:/g, "");
        return rest !== text && !rest.includes("arn:") && !rest.includes(this.#account);
    }

    mapping(...keys: readonly string[]): unknown {
        return keys.reduce<unknown>((value, key) => member(value, key), this.#mappings);
    }

    condition(name: string): unknown {
        return member(this.#conditions, name);
    }

    #pseudo(name: string): unknown {
        const { region } = this.surroundings;
        if (name === "AWS::Region") return region ?? UNKNOWN;
        if (name === "AWS::Partition") return region === undefined ? UNKNOWN : partitionOf(region);
        if (name === "AWS::URLSuffix") return region === undefined ? UNKNOWN : suffixOf(region);
        return name.startsWith("AWS::") ? UNKNOWN : undefined;
    }

    /**
     * A parameter is its default: what is deployed when nobody says otherwise. An empty default asks to be replaced, and
     * that of a parameter which is kept from view, or read elsewhere, is no value.
     */
    #parameter(name: string): unknown {
        const parameter = member(this.#parameters, name);
        const value = member(parameter, "Default");
        const type = member(parameter, "Type");
        if (value === undefined || value === null || value === "") return UNKNOWN;
        if (typeof type === "string" && type.startsWith("AWS::SSM::")) return UNKNOWN;
        if (member(parameter, "NoEcho") !== undefined) return UNKNOWN;
        if (typeof type === "string" && /^(List<|CommaDelimitedList)/.test(type) && typeof value === "string")
            return value.split(",").map((entry) => entry.trim());
        return isRecord(value) ? UNKNOWN : value;
    }
}

/** Stands in ARNs of a template that are made of names, where the template tells no account. */
export const STAND_IN_ACCOUNT = "000000000000";

/** The account of the ARNs that are written out; undefined where they name none, or several. */
function accountIn(value: unknown): string | undefined {
    const found = new Set<string>();
    collectAccounts(value, found, 0);
    const [account] = found;
    return found.size === 1 ? account : undefined;
}

function collectAccounts(value: unknown, found: Set<string>, depth: number): void {
    if (typeof value === "string") {
        if (!value.includes("arn:")) return;
        for (const [, account] of value.matchAll(/arn:[a-z-]+:[a-z0-9-]+:[a-z0-9-]*:(\d{12}):/g)) found.add(account!);
    } else if (typeof value === "object" && value !== null && depth < 64)
        for (const inner of Object.values(value)) collectAccounts(inner, found, depth + 1);
}

function resourcesIn(document: Facts, shapes: Shapes): TemplateResource[] {
    const { Resources: resources } = document;
    shapes.expect("object", resources, ["Resources"]);
    if (!isRecord(resources)) return [];
    return Object.entries(resources).flatMap(([logicalId, resource]) => {
        if (isLoop(logicalId)) return [];
        const type = member(resource, "Type");
        const at = ["Resources", logicalId];
        shapes.expect("object", resource, at);
        shapes.expect("text", type, [...at, "Type"]);
        shapes.expect("object", member(resource, "Properties"), [...at, "Properties"]);
        if (typeof type !== "string") return [];
        const dependsOn = [member(resource, "DependsOn") ?? []].flat().filter((id) => typeof id === "string");
        const condition = member(resource, "Condition");
        return [
            {
                ...{ logicalId, type, properties: member(resource, "Properties") ?? {}, dependsOn },
                ...(typeof condition === "string" ? { condition } : {}),
            },
        ];
    });
}

/** A loop of AWS::LanguageExtensions stands among the resources that it makes when the template is deployed. */
export function isLoop(logicalId: string): boolean {
    return logicalId.startsWith("Fn::ForEach::");
}

function partitionOf(region: string): string {
    if (region.startsWith("cn-")) return "aws-cn";
    return region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
}

function suffixOf(region: string): string {
    return region.startsWith("cn-") ? "amazonaws.com.cn" : "amazonaws.com";
}
