import { digits, nameOr, uuid } from "./identifiers";
import type { Answers } from "./made";
import { arnOf, globalArnOf } from "./place";

/** IAM, AWS KMS, Secrets Manager, CloudWatch and the other services of an account. */
export const ACCOUNT: Answers = {
    "aws:iam/role:Role": ({ name, inputs, place }) => {
        const own = nameOr(inputs.name, name);
        const arn = globalArnOf(place, "iam", `role/${own}`);
        return { id: own, outputs: { name: own, arn, uniqueId: `AROA${digits(name, 17).toUpperCase()}` } };
    },
    "aws:iam/rolePolicy:RolePolicy": ({ name, inputs }) => {
        const own = nameOr(inputs.name, name);
        return { id: `${inputs.role}:${own}`, outputs: { name: own } };
    },
    "aws:kms/key:Key": ({ name, place }) => {
        const keyId = uuid(name);
        return { id: keyId, outputs: { keyId, arn: arnOf(place, "kms", `key/${keyId}`) } };
    },
    "aws:kms/alias:Alias": ({ name, inputs, place }) => {
        const own = nameOr(inputs.name, `alias/${name}`);
        const targetKeyArn = arnOf(place, "kms", `key/${inputs.targetKeyId}`);
        return { id: own, outputs: { name: own, arn: arnOf(place, "kms", own), targetKeyArn } };
    },
    "aws:secretsmanager/secret:Secret": ({ name, inputs, place }) => {
        const own = nameOr(inputs.name, name);
        const arn = arnOf(place, "secretsmanager", `secret:${own}-${digits(name, 6)}`);
        return { id: arn, outputs: { name: own, arn } };
    },
    "aws:secretsmanager/secretVersion:SecretVersion": ({ name, inputs }) => {
        const versionId = uuid(name);
        const outputs = { versionId, arn: inputs.secretId, versionStages: ["AWSCURRENT"] };
        return { id: `${inputs.secretId}|${versionId}`, outputs };
    },
    "aws:secretsmanager/secretPolicy:SecretPolicy": ({ inputs }) => ({ id: String(inputs.secretArn) }),
    "aws:cloudwatch/logGroup:LogGroup": ({ name, inputs, place }) => {
        const own = nameOr(inputs.name, name);
        return { id: own, outputs: { name: own, arn: arnOf(place, "logs", `log-group:${own}`) } };
    },
    "aws:cloudwatch/metricAlarm:MetricAlarm": ({ name, inputs, place }) => {
        const own = nameOr(inputs.name, name);
        return { id: own, outputs: { name: own, arn: arnOf(place, "cloudwatch", `alarm:${own}`) } };
    },
    "aws:cloudwatch/dashboard:Dashboard": ({ inputs, place }) => ({
        id: inputs.dashboardName,
        outputs: { dashboardArn: globalArnOf(place, "cloudwatch", `dashboard/${inputs.dashboardName}`) },
    }),
    "aws:sns/topic:Topic": ({ name, inputs, place }) => {
        const own = nameOr(inputs.name, name);
        const arn = arnOf(place, "sns", own);
        return { id: arn, outputs: { name: own, arn, owner: place.account } };
    },
    "aws:lambda/permission:Permission": ({ name, inputs }) => {
        const statementId = nameOr(inputs.statementId, name);
        return { id: statementId, outputs: { statementId } };
    },
    "aws:route53/zone:Zone": ({ name, place }) => {
        const zoneId = `Z${digits(name, 20).toUpperCase()}`;
        const nameServers = [1, 2, 3, 4].map((number) => `ns-${number}.awsdns-0${number}.com`);
        const arn = globalArnOf({ ...place, account: "" }, "route53", `hostedzone/${zoneId}`);
        return { id: zoneId, outputs: { zoneId, arn, nameServers, primaryNameServer: nameServers[0] } };
    },
    "aws:route53/record:Record": ({ inputs }) => ({
        id: `${inputs.zoneId}_${inputs.name}_${inputs.type}`,
        outputs: { fqdn: inputs.name },
    }),
    "random:index/randomPassword:RandomPassword": ({ name, inputs }) => {
        const length = Number(inputs.length);
        const result = digits(name, 128).padEnd(length, "0").slice(0, length);
        return { id: "none", outputs: { result, bcryptHash: "" } };
    },
    "random:index/randomBytes:RandomBytes": ({ name, inputs }) => {
        const bytes = Buffer.from(digits(name, 128), "hex");
        const cut = Buffer.concat([bytes], Number(inputs.length));
        return { id: cut.toString("base64"), outputs: { base64: cut.toString("base64"), hex: cut.toString("hex") } };
    },
};
