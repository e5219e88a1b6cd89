import { isUnknown, type Known, member, UNKNOWN } from "../core/known";
import type { Path } from "../core/path";
import { parseArn } from "./arn";
import { type Decision, decide, type Policies, type Request } from "./permissions";
import type { PolicyStatement } from "./policyDocument";
import { accountOf, regionOf } from "./requestedResource";
import {
    type AttachedArn,
    attachedArns,
    boundaryOf,
    type PlacedDocument,
    type RoleDocuments,
    rightsOf,
    statementsOf,
    trustOf,
} from "./roleDocuments";
import type { RoleUses } from "./roleUses";
import { secretsReadBy } from "./secretCall";
import type { ResourceFacts, Stack } from "./stack";
import type { TopicRule } from "./topicRule";

/** A place in a resource, where a finding stands. */
export interface Place {
    readonly on: ResourceFacts;
    readonly path: Path;
}

/** A role of the stack that AWS IoT assumes: for a destination, for secrets or for an error action. */
export class IotRole {
    readonly at: Path = [];
    #rights: { readonly documents: RoleDocuments; readonly policies: Policies } | undefined;
    #boundary: { readonly policies: Policies | undefined } | undefined;

    constructor(
        readonly stack: Stack,
        readonly resource: ResourceFacts,
        readonly uses: RoleUses,
    ) {}

    /** How a finding names it. */
    get name(): string {
        const name = member(this.resource.values, "name");
        return this.resource.name ?? (typeof name === "string" ? name : this.resource.id);
    }

    /** Who may assume it. */
    get trust(): PlacedDocument {
        return trustOf(this.resource);
    }

    /** Its policies that are in the stack. */
    get documents(): readonly PlacedDocument[] {
        return this.#read().documents.documents.filter(isPlaced);
    }

    /** The policies that are attached to it by ARNs that are known. */
    get managedPolicies(): readonly AttachedArn[] {
        return attachedArns(this.stack, this.resource);
    }

    /** What its policies, AWS managed ones too, and its permissions boundary say of a request. */
    decide(request: Request): Decision {
        this.#boundary ??= { policies: this.#readBoundary() };
        return decide(request, this.#read().policies, this.#boundary.policies);
    }

    /** Where a right is to be added: the only policy of the stack, else the role itself. */
    get placeOfRights(): Place {
        const [only, ...more] = this.documents;
        if (only === undefined || more.length > 0) return { on: this.resource, path: [] };
        return { on: only.resource, path: only.at };
    }

    /** Where a statement of one of its policies stands. */
    placeOf(statement: PolicyStatement): Place {
        const document = this.documents.find((placed) => statementsOf(placed).includes(statement));
        if (document === undefined) return { on: this.resource, path: [] };
        return { on: document.resource, path: [...document.at, ...statement.path] };
    }

    /** The Regions of what it is used for; a place that names none is not known. */
    get regions(): readonly Known<string>[] {
        const { destinations, secrets, errors } = this.uses;
        const regions = [
            ...destinations.map(({ region }) => region),
            ...secrets.map(({ action }) => action.region),
            ...errors.map(({ rule }) => rule.region),
        ];
        return [...new Set(regions.map(regionOf))];
    }

    /** The only Region of what it is used for; not known where there are several. */
    get region(): Known<string> {
        const [only, ...more] = this.regions;
        return only === undefined || more.length > 0 ? UNKNOWN : only;
    }

    /** The account that it is in; not known where neither the stack nor an ARN of it tells. */
    get account(): Known<string> {
        const own = accountOf(this.stack.facts.account);
        return isUnknown(own) ? this.#fromArns((arn) => accountOf(parseArn(arn)?.account)) : own;
    }

    /** The partition that it is in. */
    get partition(): Known<string> {
        return this.#fromArns((arn) => parseArn(arn)?.partition ?? UNKNOWN);
    }

    #fromArns(read: (arn: string) => Known<string>): Known<string> {
        const { destinations, secrets, errors } = this.uses;
        const arns = [
            member(this.resource.values, "arn"),
            ...destinations.map((destination) => destination.value("roleArn")),
            ...secrets.map(({ read: { roleArn } }) => roleArn),
            ...errors.flatMap(({ rule, values }) => [member(values, "roleArn"), ...arnsOf(rule)]),
        ];
        const found = arns.filter((arn) => typeof arn === "string").map(read);
        return found.find((one) => !isUnknown(one)) ?? UNKNOWN;
    }

    #read() {
        if (this.#rights === undefined) {
            const documents = rightsOf(this.stack, this.resource);
            this.#rights = { documents, policies: policiesIn(documents) };
        }
        return this.#rights;
    }

    #readBoundary(): Policies | undefined {
        const documents = boundaryOf(this.stack, this.resource);
        return documents && policiesIn(documents);
    }
}

/** The destinations and roles of a rule are all in its account. */
function arnsOf({ kafkaActions }: TopicRule): unknown[] {
    return kafkaActions.flatMap((action) => [
        action.value("destinationArn"),
        ...secretsReadBy(action).map(({ roleArn }) => roleArn),
    ]);
}

function isPlaced(document: RoleDocuments["documents"][number]): document is PlacedDocument {
    return "resource" in document;
}

/** A document that is absent, malformed or not known may hold any statement. */
function policiesIn({ documents, isComplete }: RoleDocuments): Policies {
    const statements: PolicyStatement[] = [];
    let complete = isComplete;
    for (const one of documents) {
        const document = isPlaced(one) ? one.document : one;
        const found = document === undefined || isUnknown(document) ? UNKNOWN : document.statements;
        if (isUnknown(found)) complete = false;
        else statements.push(...found);
    }
    return { statements, isComplete: complete };
}
