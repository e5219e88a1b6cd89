import { isRecord, isUnknown } from "../core/known";
import { isMskHost, parseBrokers } from "../facts/brokers";
import type { TogetherProblem } from "./form";
import { isAuthentication, isExistingDestination, targetOf } from "./pipelineKinds";
import { checkSameActions } from "./sameActions";

type Values = Readonly<Record<string, unknown>>;

/** Where the key distribution center is. */
const OF_KDC = ["kdcSecurityGroupId", "kdcCidrBlocks", "kdcRecord"];
/** What the group that is made is opened to. */
const OF_GROUP = ["brokerSecurityGroupId", "brokerCidrBlocks", "kdcSecurityGroupId", "kdcCidrBlocks"];

/** What is wrong with the arguments of a pipeline together, each of which is right alone. */
export function pipelineProblems(args: Values): TogetherProblem[] {
    const checks = [
        placeProblem,
        topicProblem,
        ...(isUnknown(args.kafka) ? [] : [groupProblem, kdcProblem, tlsProblem]),
    ];
    return [...checks, checkSameActions].flatMap((check) => check(args) ?? []);
}

function placeProblem({ network, destination, kafka }: Values): TogetherProblem | undefined {
    if (isUnknown(kafka)) return undefined;
    const target = targetOf(kafka);
    const exists = isExistingDestination(destination);
    if (network === undefined && (!exists || target === "new")) {
        return { found: "network is missing", fix: 'Give network: { vpcId, subnetIds }, or "new" for a new cluster.' };
    }
    if (network === "new" && (target === "msk" || areOfMsk(kafka))) {
        return {
            at: "network",
            found: "it is a new VPC, from which the brokers that exist cannot be reached",
            fix: "Give network: { vpcId, subnetIds } of a VPC that reaches them.",
        };
    }
    if (network !== undefined && exists && target !== "new") {
        return {
            at: "network",
            found: "the destination exists, and so do the brokers, so that a network would have no effect",
            fix: "Leave out network, or destination.",
        };
    }
    const { brokerSecurityGroupId, credentials } = membersOf(kafka);
    if (network !== "new" || target !== "other") return undefined;
    if (brokerSecurityGroupId !== undefined) {
        return {
            at: "kafka",
            found: "brokerSecurityGroupId is a group of another VPC than the new one, which rules of it cannot name",
            fix: "Leave it out for brokers on the internet, or give network: { vpcId, subnetIds }.",
        };
    }
    if (membersOf(credentials).mode !== "GSSAPI") return undefined;
    return {
        at: "network",
        found: "it is a new VPC, in whose private DNS the key distribution center has no name",
        fix: "Give network: { vpcId, subnetIds } of a VPC that reaches brokers and KDC.",
    };
}

/** True for brokers that are Amazon MSK's by their names, also where their cluster is not given. */
function areOfMsk(kafka: unknown): boolean {
    const { bootstrapServers } = membersOf(kafka);
    if (typeof bootstrapServers !== "string") return false;
    return parseBrokers(bootstrapServers).some(({ host }) => host !== undefined && isMskHost(host));
}

function topicProblem({ kafka, topicSettings }: Values): TogetherProblem | undefined {
    if (topicSettings === undefined || isUnknown(kafka) || targetOf(kafka) !== "other") return undefined;
    return {
        at: "topicSettings",
        found: "no clusterArn is given, without which no topic can be made",
        fix: "Leave it out, or give kafka: { clusterArn } where the brokers are Amazon MSK's.",
    };
}

/** Groups that are given are used as they are, so nothing can be said of what they open. */
function groupProblem({ network, kafka }: Values): TogetherProblem | undefined {
    if (membersOf(network).securityGroupIds === undefined) return undefined;
    const opened = OF_GROUP.filter((name) => membersOf(kafka)[name] !== undefined);
    if (opened.length === 0) return undefined;
    return {
        at: "kafka",
        found: `${opened.join(" and ")} would have no effect, since network.securityGroupIds are used as they are`,
        fix: `Leave out ${opened.join(" and ")}, or network.securityGroupIds.`,
    };
}

/** A key distribution center is asked in one mode only, and through a destination that is made. */
function kdcProblem({ kafka, destination }: Values): TogetherProblem | undefined {
    const { credentials, ...target } = membersOf(kafka);
    const given = OF_KDC.filter((name) => target[name] !== undefined);
    const { mode } = membersOf(credentials);
    if (given.length === 0 || typeof mode !== "string") return undefined;
    const names = given.join(" and ");
    if (mode !== "GSSAPI") {
        return { at: "kafka", found: `${names} would have no effect with mode ${mode}`, fix: `Leave out ${names}.` };
    }
    if (!isExistingDestination(destination)) return undefined;
    return {
        at: "kafka",
        found: `${names} would have no effect, since the destination exists`,
        fix: `Leave out ${names}, or destination.`,
    };
}

/** Brokers ask for a certificate only where they know who signs it. */
function tlsProblem({ kafka }: Values): TogetherProblem | undefined {
    const { cluster, credentials } = membersOf(kafka);
    if (targetOf(kafka) !== "new" || membersOf(credentials).mode !== "SSL" || isAuthentication(credentials))
        return undefined;
    if (isUnknown(cluster) || isUnknown(membersOf(cluster).authentication)) return undefined;
    if (membersOf(membersOf(cluster).authentication).certificateAuthorityArns !== undefined) return undefined;
    return {
        at: "kafka",
        found: "the new cluster knows no authority whose client certificates it accepts",
        fix: "Give kafka: { cluster: { authentication: { certificateAuthorityArns } } }: authorities of AWS Private CA.",
    };
}

function membersOf(value: unknown): Values {
    return isRecord(value) ? value : {};
}
