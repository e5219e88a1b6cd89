import { NOT_KNOWN, type Ran, type Registered } from "../components/program";
import { ENGINE_UNKNOWN, type Given } from "./requests";

const PREFIX = "urn:pulumi:dev::plant::";

/** What a program registered, in its order, as the engine tells packs of it. */
export function givenOfProgram({ resources }: Pick<Ran<unknown>, "resources">): Given[] {
    const components = resources.filter(({ type }) => type.startsWith("iotkafka:"));
    const urnOfOne = ({ type, name, parent }: Registered): string => {
        const above = components.find((component) => component.name === parent && component.type !== type);
        return above ? `${PREFIX}${above.type}$${type}::${name}` : `${PREFIX}${type}::${name}`;
    };
    return resources
        .filter(({ type }) => type !== "pulumi:pulumi:Stack")
        .map((one): Given => {
            const { type, name, inputs, dependencies, propertyDependencies } = one;
            const withName = (wanted: string) =>
                resources
                    .filter((other) => other.name === wanted && other !== one && !components.includes(other))
                    .map(urnOfOne);
            const above = components.find((component) => component.name === one.parent && component !== one);
            return {
                type,
                name,
                urn: urnOfOne(one),
                ...(above ? { parent: urnOfOne(above) } : {}),
                props: asSent(inputs) as object,
                dependencies: dependencies.flatMap(withName),
                references: Object.fromEntries(
                    Object.entries(propertyDependencies).map(([property, names]) => [
                        property,
                        names.flatMap(withName),
                    ]),
                ),
            };
        });
}

function asSent(value: unknown): unknown {
    if (value === NOT_KNOWN) return ENGINE_UNKNOWN;
    if (Array.isArray(value)) return value.map(asSent);
    if (typeof value !== "object" || value === null) return value;
    const names = Object.keys(value);
    if (names.length === 1 && names[0] === "secret") return asSent((value as { secret: unknown }).secret);
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, asSent(inner)]));
}
