import { isUnknown, type Known, UNKNOWN } from "../core/known";
import type { Path } from "../core/path";
import { type Answer, allOf, anyOf } from "./answers";
import { type Operator, parseOperator } from "./conditions";
import type { IotRole } from "./iotRole";
import { matchesAction } from "./permissions";
import type { PolicyStatement, Principal } from "./policyDocument";

/** The rules engine as IAM knows it, in every partition. */
export const IOT_SERVICE = "iot.amazonaws.com";

/** What a condition asks of the rule or destination that AWS IoT assumes a role for. */
export interface SourceCondition {
    readonly operator: Operator;
    readonly values: Known<readonly Known<string>[]>;
    /** From the role inwards. */
    readonly path: Path;
}

/** A statement that lets AWS IoT assume a role. */
export interface IotTrust {
    readonly path: Path;
    readonly sourceArns: readonly SourceCondition[];
    readonly sourceAccounts: readonly SourceCondition[];
    /** True where it has a condition of another kind, or one that is not known. */
    readonly hasOthers: boolean;
    /** False where its conditions are not known yet. */
    readonly isKnown: boolean;
}

/** The statements of a role's trust; unknown where the trust is, undefined where there is none that can be read. */
export function trustStatementsOf({ trust: { document } }: IotRole): Known<readonly PolicyStatement[] | undefined> {
    if (document === undefined) return undefined;
    if (isUnknown(document)) return UNKNOWN;
    return document.problems.length > 0 ? undefined : document.statements;
}

/** Whether a statement is about AWS IoT, whatever it lets it do. */
export function namesIot({ principals }: PolicyStatement): Answer {
    if (principals === undefined) return false;
    return isUnknown(principals) ? UNKNOWN : anyOf(principals.map((one) => isEveryone(one) || isIot(one)));
}

/** Whether a statement lets AWS IoT do something. */
export function letsIotIn(statement: PolicyStatement): Answer {
    const { effect } = statement;
    return allOf([isUnknown(effect) ? UNKNOWN : effect === "Allow", namesIot(statement)]);
}

/** True for `*`, alone or as every account. */
export function isEveryone({ type, value }: Principal): boolean {
    return value === "*" && (type === "*" || type.toLowerCase() === "aws");
}

function isIot({ type, value }: Principal): Answer {
    if (type.toLowerCase() !== "service") return false;
    return isUnknown(value) ? UNKNOWN : value.toLowerCase() === IOT_SERVICE;
}

const TRUSTS = new WeakMap<IotRole, { readonly found: Known<readonly IotTrust[]> }>();

/** The statements that surely let AWS IoT assume a role, under their conditions; unknown where the trust is. */
export function iotTrustsOf(role: IotRole): Known<readonly IotTrust[]> {
    const known = TRUSTS.get(role) ?? { found: findTrusts(role) };
    TRUSTS.set(role, known);
    return known.found;
}

function findTrusts(role: IotRole): Known<readonly IotTrust[]> {
    const statements = trustStatementsOf(role);
    if (isUnknown(statements)) return UNKNOWN;
    return (statements ?? [])
        .filter(
            (statement) => letsIotIn(statement) === true && matchesAction(statement.actions, "sts:AssumeRole") === true,
        )
        .map((statement) => readTrust(role, statement));
}

function readTrust({ trust }: IotRole, { path, conditions }: PolicyStatement): IotTrust {
    const known = isUnknown(conditions) ? [] : conditions;
    const of = (wanted: string): SourceCondition[] =>
        known
            .filter(({ key }) => key.toLowerCase() === wanted)
            .map(({ operator, values, path: inner }) => ({
                operator: parseOperator(operator),
                values,
                path: [...trust.at, ...inner],
            }));
    const sourceArns = of("aws:sourcearn");
    const sourceAccounts = of("aws:sourceaccount");
    return {
        path: [...trust.at, ...path],
        sourceArns,
        sourceAccounts,
        isKnown: !isUnknown(conditions),
        hasOthers: isUnknown(conditions) || known.length > sourceArns.length + sourceAccounts.length,
    };
}

/** The values of a condition that are written out; undefined where one is not known or has a variable in it. */
export function writtenValues({ values }: SourceCondition): readonly string[] | undefined {
    if (isUnknown(values)) return undefined;
    const texts = values.filter((value): value is string => typeof value === "string" && !value.includes("${"));
    return texts.length === values.length ? texts : undefined;
}

/** True for an operator that asks for one of the values rather than for none of them. */
export function isPositive({ operator: { name } }: SourceCondition): boolean {
    return POSITIVE.has(name);
}

const POSITIVE = new Set(["stringequals", "stringequalsignorecase", "stringlike", "arnequals", "arnlike"]);
