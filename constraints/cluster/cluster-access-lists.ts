import { defineConstraint } from "../core/constraint";
import { isUnknown } from "../core/known";
import { undetermined, violation } from "../core/verdict";
import { ELSEWHERE_CONFIGURED, MULTI_VPC, PUBLIC, provisionedWith, withCluster } from "../examples/provisioned";
import { anyOf } from "../facts/answers";
import { MSK_PUBLIC_ACCESS } from "./pages";

const SETTING = "allow.everyone.if.no.acl.found";

export const clusterAccessLists = defineConstraint({
    id: "cluster-access-lists",
    subject: "cluster",
    joins: true,
    requirements: ["MSK-PUB-06", "MSK-MVPC-02"],
    level: "mandatory",
    severity: "high",
    what: `A cluster that is public, or for several VPCs, with SASL/SCRAM or mutual TLS has ${SETTING}=false.`,
    why: "Every client with a login may write to every topic otherwise, and Amazon MSK refuses the access.",
    fix: `First make access lists, then set ${SETTING}=false in the cluster's configuration, then turn the access on.`,
    source: MSK_PUBLIC_ACCESS,
    check: (cluster) => {
        const { isPublic, isMultiVpc } = cluster;
        const isOpened = anyOf([isPublic, isMultiVpc]);
        const hasLists = anyOf([cluster.hasLogin("SASL/SCRAM"), cluster.hasLogin("mutual TLS")]);
        if (isOpened === false || hasLists === false) return undefined;
        const path = cluster.pathOf("configurationInfo");
        const setting = cluster.setting(SETTING);
        if (setting === "false") return undefined;
        if (isUnknown(setting) || isUnknown(isOpened) || isUnknown(hasLists))
            return undetermined(path, "the access, the logins or the configuration are not known yet");
        const given = setting === undefined ? "is not set, and true by default" : `is ${setting}`;
        const access = isPublic === true ? "public" : "for several VPCs";
        const rows = [...(isPublic === true ? ["MSK-PUB-06"] : []), ...(isMultiVpc === true ? ["MSK-MVPC-02"] : [])];
        return violation(path, `The cluster is ${access}, and ${SETTING} ${given}`, { requirements: rows });
    },
    examples: {
        valid: [
            { title: "access lists", stack: provisionedWith(`${SETTING}=false`, PUBLIC) },
            { title: "IAM, which has policies", stack: withCluster(MULTI_VPC) },
            { title: "a private cluster", stack: provisionedWith(`${SETTING}=true`) },
            {
                title: "a configuration of another stack",
                stack: withCluster({ ...ELSEWHERE_CONFIGURED, ...PUBLIC }),
            },
        ],
        invalid: [
            { title: "no configuration", stack: withCluster(PUBLIC) },
            { title: "everyone by name", stack: provisionedWith(`${SETTING}=true`, PUBLIC) },
            { title: "another setting", stack: provisionedWith("num.partitions=6", PUBLIC) },
            {
                title: "several VPCs",
                stack: withCluster({ ...MULTI_VPC, "clientAuthentication.sasl": { iam: true, scram: true } }),
            },
        ],
    },
});
